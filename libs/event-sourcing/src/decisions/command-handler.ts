import type { AnyEvent, EventDefinitions } from '../events/event-definition';
import type { EventLog, EventToRecord, LoadedStream, StreamHead } from '../events/event-log';
import { streamName } from '../events/stored-event';
import type { Clock } from '../ports/clock.port';
import {
  type AppendRequest,
  RequestRepeated,
  RevisionConflict,
  StoreBusy,
  StoreUnavailable,
} from '../ports/event-store.port';
import { chinaDateOf } from '../values/calendar-date';
import type { AnyCommand, CommandEnvelope, CommandResult } from './command';
import type { Authorize, CommandBinding, LoadStream } from './command-binding';
import { coreRejections } from './core-rejections';
import { evolveWith, isElsewhere, type StreamModel } from './decider';
import { Rejected } from './rejection';

/** What the command handler needs of its surroundings. */
export interface CommandHandlerTools {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly newId: () => string;
}

export type CommandHandler = (command: AnyCommand, envelope: CommandEnvelope) => Promise<CommandResult>;

/** Attempts before a command that keeps losing races is given back to its sender. */
const ATTEMPTS = 8;

/**
 * The one command handler: load, authorize, gather, decide, append with exact expected revisions, and try again where
 * that is safe (nobody stated a revision, or only another stream moved). A repeated request is noticed by the append, or
 * before it is refused.
 * @throws Rejected with the decider's code or one of `core-rejections.ts`
 */
export function commandHandler<S, C extends { type: string; data: unknown }, D extends EventDefinitions, X>(
  binding: CommandBinding<S, C, D, X>,
  tools: CommandHandlerTools,
): CommandHandler {
  const { log } = tools;

  return async (command, envelope) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce(binding, tools, command as unknown as C, envelope);
      } catch (error) {
        if (error instanceof RequestRepeated) return answerRepeat(log, error.first, envelope);
        // What the first sending did may be why the second is refused.
        const repeated = error instanceof Rejected && (await findRepeat(log, envelope));
        if (repeated) return repeated;
        if (error instanceof StoreBusy) return coreRejections.reject('store.busy');
        if (error instanceof StoreUnavailable) return coreRejections.reject('store.unavailable');
        if (!(error instanceof RevisionConflict)) throw error;
        if (attempt === ATTEMPTS) return coreRejections.reject('store.contended');
      }
    }
  };
}

async function attemptOnce<S, C extends { type: string; data: unknown }, D extends EventDefinitions, X>(
  binding: CommandBinding<S, C, D, X>,
  tools: CommandHandlerTools,
  command: C,
  envelope: CommandEnvelope,
): Promise<CommandResult> {
  const { decider } = binding;
  const id = decider.idOf(command);
  const stream = streamName(decider.category, id);
  const now = tools.clock.now();
  const own = await tools.log.load(stream);
  const state = foldStream(decider, own);
  const permission = binding.permissions[command.type as C['type']];
  tools.authorize(envelope.actor, permission, binding.areasOf(command, state));
  refuseStaleView(own, envelope);

  const heads = new Map<string, StreamHead>([[stream, own.head]]);
  const keyOf = new Map<string, StreamModel<unknown, EventDefinitions>>([[decider.category, erase(decider)]]);
  const load: LoadStream = async (model, otherId) => {
    const loaded = await tools.log.load(streamName(model.category, otherId));
    heads.set(loaded.head.stream, loaded.head);
    keyOf.set(model.category, erase(model));
    return { state: foldStream(model, loaded), revision: loaded.head.revision };
  };
  const surroundings = { now, today: chinaDateOf(now), actor: envelope.actor };
  const gathered = await binding.gather(command, state, { ...surroundings, load });
  const decide = decider.decide[command.type as C['type']];
  const decided = decide(command.data as never, state, {
    ...gathered,
    ...surroundings,
    channel: envelope.channel,
    newId: tools.newId,
  });

  const events = decided.map((item): EventToRecord => {
    const elsewhere = isElsewhere(item);
    const on = elsewhere ? item.on : { category: decider.category, id };
    const event = (elsewhere ? item.event : item) as AnyEvent;
    return {
      stream: streamName(on.category, on.id),
      event,
      keyId: keyOf.get(on.category)?.keyOf?.(on.id, event),
    };
  });
  const revision = own.head.revision + events.filter((event) => event.stream === stream).length;
  if (events.length === 0) {
    const repeated = await findRepeat(tools.log, envelope);
    return repeated ?? { id, revision, position: String(await tools.log.lastPosition()) };
  }
  const appended = await tools.log.append(
    events,
    [...heads.values()],
    { recordedAt: now, metadata: metadataOf(envelope) },
    requestOf(envelope, { id, revision }),
  );
  return { id, revision, position: String(appended.position) };
}

/** Models of different states in one map: only `category` and `keyOf` are used from it. */
const erase = <S, D extends EventDefinitions>(model: StreamModel<S, D>) =>
  model as unknown as StreamModel<unknown, EventDefinitions>;

/** The state that a loaded stream adds up to. */
export const foldStream = <S, D extends EventDefinitions>(
  model: StreamModel<S, D>,
  loaded: LoadedStream,
): S =>
  loaded.events.reduce((state, { event, meta }) => evolveWith(model, state, event, meta), model.initialState);

function refuseStaleView(own: LoadedStream, { expectedRevision }: CommandEnvelope): void {
  if (expectedRevision === undefined || expectedRevision === own.head.revision) return;
  coreRejections.reject('request.stale-revision', {
    expected: expectedRevision,
    actual: own.head.revision,
    changes: own.events
      .filter(({ meta }) => meta.revision > expectedRevision)
      .map(({ event, meta }) => ({
        type: event.type,
        revision: meta.revision,
        recordedAt: meta.recordedAt,
        actorId: meta.actorId,
      })),
  });
}

const requestOf = (
  { actor, requestKey, bodyDigest }: CommandEnvelope,
  result: { id: string; revision: number },
): AppendRequest | undefined =>
  requestKey === undefined
    ? undefined
    : { account: actor.accountId, key: requestKey, bodyDigest: bodyDigest ?? '', result };

async function findRepeat(log: EventLog, envelope: CommandEnvelope): Promise<CommandResult | undefined> {
  if (envelope.requestKey === undefined) return undefined;
  const first = await log.findRequest(envelope.actor.accountId, envelope.requestKey);
  return first && answerRepeat(log, first, envelope);
}

/** A position after the first answer's is as good to wait for, and that one was not known when the result was kept. */
async function answerRepeat(
  log: EventLog,
  first: AppendRequest,
  envelope: CommandEnvelope,
): Promise<CommandResult> {
  if (first.bodyDigest !== (envelope.bodyDigest ?? '')) return coreRejections.reject('request.key-reused');
  const { id, revision } = first.result as { id: string; revision: number };
  return { id, revision, position: String(await log.lastPosition()) };
}

/** What every event of a command says about its origin. */
export function metadataOf({
  actor,
  channel,
  correlationId,
  causationId,
}: CommandEnvelope): Record<string, string> {
  return {
    actorId: actor.accountId,
    actorKind: actor.kind,
    actorGrants: actor.grants.map(({ role, area }) => `${role}@${area}`).join(' '),
    channel,
    $correlationId: correlationId,
    ...(causationId === undefined ? {} : { $causationId: causationId }),
    ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
  };
}

/** The commands of one decider of any state, ready to be bound to an office. */
export interface CommandSet {
  readonly types: readonly string[];
  readonly handler: (tools: CommandHandlerTools) => CommandHandler;
}

/** Hides the state's type, so that bindings of different states fit one list. */
export const commandSet = <S, C extends { type: string; data: unknown }, D extends EventDefinitions, X>(
  binding: CommandBinding<S, C, D, X>,
): CommandSet => ({
  types: Object.keys(binding.decider.decide),
  handler: (tools) => commandHandler(binding, tools),
});
