import {
  type AppendResult,
  RequestRepeated,
  RevisionConflict,
  StoreUnavailable,
} from '@anjuan/event-sourcing';
import {
  AppendConsistencyViolationError,
  type AppendRecordsResult,
  type ConsistencyViolation,
} from '@kurrent/kurrentdb-client';
import { type AppendCommand, toClientCheck, toClientRecord } from './append-command';
import { lastPositions, revisionsOf } from './append-places';
import type { PendingAppend } from './append-queue';
import type { Clients } from './clients';
import { isOutage, LogTampered, toStoreError } from './errors';
import type { LogReader } from './log-reader';
import { firstResult } from './repeats';

type Group = readonly PendingAppend[];
type Violations = readonly ConsistencyViolation[];

/** Sends groups of commands in one call each and finds out what the answer means for each command. */
export class AppendSender {
  /**
   * The end of the log before the next call. The server answers a repeat as it answered first, so an answer from before
   * this is a repeat. What another process stored since is not told apart; its first result is given all the same.
   */
  #end: bigint | undefined;
  readonly #answering = new Set<Promise<void>>();

  constructor(
    private readonly clients: Clients,
    private readonly reader: LogReader,
  ) {}

  /** Never rejects: what goes wrong is the answer of the commands. */
  async send(group: Group): Promise<void> {
    try {
      this.#end ??= await this.reader.end();
      await this.#call(group, this.#end);
    } catch (error) {
      rejectAll(group, error);
    }
  }

  /** Waits for the answers that still need something read. */
  async settled(): Promise<void> {
    await Promise.all(this.#answering);
  }

  async #call(group: Group, end: bigint): Promise<void> {
    const client = this.clients.current();
    const commands = group.map(({ command }) => command);
    const records = commands.flatMap(({ sent }) => sent.map(toClientRecord));
    const checks = commands.flatMap(({ sentChecks }) => [...sentChecks].map(toClientCheck));
    try {
      const result = await client.appendRecords(records, checks);
      if (result.position > end) this.#end = result.position;
      this.#later(group, () => this.#accepted(group, result, end));
    } catch (error) {
      if (error instanceof AppendConsistencyViolationError) return this.#violated(group, error.violations);
      if (isOutage(error)) {
        // Whether it was written is unknown, so where the log ends is, too.
        this.#end = undefined;
        this.clients.renew(client);
      } else if (group.length > 1) {
        return this.#sendEach(group);
      }
      throw error;
    }
  }

  /** One of them breaks a limit of the server; alone, each gets its own answer. */
  async #sendEach(group: Group): Promise<void> {
    for (const pending of group) await this.send([pending]);
  }

  /** Answers in the background, so that the next call does not wait for what must be read. */
  #later(group: Group, answer: () => Promise<void>): void {
    const answering = answer()
      .catch((error: unknown) => rejectAll(group, error))
      .finally(() => this.#answering.delete(answering));
    this.#answering.add(answering);
  }

  async #accepted(group: Group, result: AppendRecordsResult, end: bigint): Promise<void> {
    if (result.position <= end) return this.#repeated(group);
    const commands = group.map(({ command }) => command);
    const positionOf = await lastPositions(this.reader, commands, result, end);
    await answerEach(group, async (command) => ({
      revisions: revisionsOf(command, result),
      position: await positionOf(command),
      repeated: false,
    }));
  }

  /** The server takes a call as repeated only as a whole. */
  #repeated(group: Group): Promise<void> {
    return answerEach(group, async (command) => {
      const first = await firstResult(this.reader, command);
      if (!first) throw new StoreUnavailable('KurrentDB answered as if it had events that it does not have');
      return first;
    });
  }

  /** Nothing was written. Those whose checks failed are answered, the others are sent again. */
  async #violated(group: Group, violations: Violations): Promise<void> {
    const streams = new Set(violations.map(({ streamName }) => streamName.toLowerCase()));
    const isHit = ({ command }: PendingAppend) => [...command.streams].some((stream) => streams.has(stream));
    const hit = group.filter(isHit);
    if (hit.length === 0)
      throw new StoreUnavailable('KurrentDB names streams that the append does not touch');
    this.#later(hit, () => answerEach(hit, (command) => this.#explain(command, violations)));
    const others = group.filter((pending) => !isHit(pending));
    if (others.length > 0) await this.send(others);
  }

  /** @returns the first result when the command is a repeat; @throws RequestRepeated or RevisionConflict otherwise */
  async #explain(command: AppendCommand, violations: Violations): Promise<AppendResult> {
    const first = await firstResult(this.reader, command);
    if (first) return first;
    const { request } = command;
    const known = request && (await this.reader.findRequest(request.account, request.key));
    if (known) throw new RequestRepeated(known);
    throw conflictOf(command, violations);
  }
}

function rejectAll(group: Group, error: unknown): void {
  for (const pending of group) pending.reject(toStoreError(error));
}

async function answerEach(
  group: Group,
  answer: (command: AppendCommand) => Promise<AppendResult>,
): Promise<void> {
  for (const pending of group) {
    try {
      pending.resolve(await answer(pending.command));
    } catch (error) {
      pending.reject(toStoreError(error));
    }
  }
}

function conflictOf({ checks, sentChecks }: AppendCommand, violations: Violations): Error {
  const deleted = violations.find(
    ({ streamName, actualState }) =>
      sentChecks.has(streamName) && typeof actualState === 'bigint' && actualState < 0n,
  );
  if (deleted) return new LogTampered(deleted.streamName, 'was deleted on the server');
  return new RevisionConflict(
    violations.flatMap(({ streamName, actualState }) => {
      const expected = checks.get(streamName);
      const actual = actualState === 'no_stream' ? -1 : Number(actualState);
      return expected === undefined ? [] : [{ stream: streamName, expected, actual }];
    }),
  );
}
