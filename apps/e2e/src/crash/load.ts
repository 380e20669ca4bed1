import { randomUUID } from 'node:crypto';
import { type ApiClient, type CommandAnswer, resultSchema } from '../harness/api-client';
import { draftOf, registrationSteps, reviewOf, type Step } from '../harness/filings';

/** Who works in a load. */
export type Callers = Readonly<Record<'clerk' | 'reviewer', ApiClient>>;

/** A command that was sent, under a key of its own, and what came of it before the crash. */
export interface SentCommand {
  readonly by: keyof Callers;
  readonly step: Step;
  readonly key: string;
  readonly ifMatch: number | undefined;
  /** Undefined when the crash came first. */
  answer?: CommandAnswer;
}

/** The commands that were sent about one filing, in their order. */
export interface SentCase {
  readonly person: number;
  filingId?: string;
  readonly commands: SentCommand[];
}

/** What a connection that broke in the middle looks like. */
const BROKEN = /fetch failed|terminated/;

/** Many counters at work at the same time, until the office is gone. Remembers what was sent and what was answered. */
export class Load {
  readonly cases: SentCase[] = [];
  /** What went wrong otherwise than by the crash. The load sends only what the rules allow, so nothing should. */
  readonly failures: string[] = [];
  private over = false;
  private readonly work: readonly Promise<void>[];

  /** @param firstPerson the first synthetic person of this load; each case has another */
  constructor(
    private readonly callers: Callers,
    counters: number,
    private firstPerson: number,
  ) {
    this.work = Array.from({ length: counters }, () => this.counter());
  }

  /** From now on connections may break. */
  expectCrash(): void {
    this.over = true;
  }

  /** Waits until every counter has noticed that the office is gone. */
  async stopped(): Promise<void> {
    await Promise.all(this.work);
  }

  /** How many commands were sent up to now. */
  get sent(): number {
    return this.cases.flatMap(({ commands }) => commands).length;
  }

  /** How many of them were answered. */
  get acknowledged(): number {
    return this.cases.flatMap(({ commands }) => commands).filter(({ answer }) => answer).length;
  }

  private async counter(): Promise<void> {
    try {
      while (!this.over) await this.oneCase();
    } catch (error) {
      if (!this.over || !BROKEN.test(String(error))) this.failures.push(String(error));
    }
  }

  private async oneCase(): Promise<void> {
    const sent: SentCase = { person: this.firstPerson++, commands: [] };
    this.cases.push(sent);
    const draft = draftOf({ person: sent.person, channel: 'agency-batch' });
    let last = await this.send(sent, 'clerk', draft);
    sent.filingId = last.id;
    for (const step of registrationSteps(last.id)) last = await this.send(sent, 'clerk', step, last.revision);
    const { reviewId } = await reviewOf(this.callers.reviewer, sent.filingId);
    const review = `reviews/${reviewId}`;
    const claimed = await this.send(sent, 'reviewer', { method: 'POST', path: `${review}/claim` });
    const body = { opinion: '材料齐全，同意。' };
    const approval: Step = { method: 'POST', path: `${review}/approval`, body };
    await this.send(sent, 'reviewer', approval, claimed.revision);
  }

  private async send(
    sent: SentCase,
    by: keyof Callers,
    step: Step,
    ifMatch?: number,
  ): Promise<CommandAnswer> {
    const command: SentCommand = { by, step, key: randomUUID(), ifMatch };
    sent.commands.push(command);
    command.answer = await sendAgain(this.callers[by], command);
    return command.answer;
  }
}

/** Sends a command under its key: the first time, or once more. @throws when it is refused */
export async function sendAgain(
  client: ApiClient,
  { step, key, ifMatch }: SentCommand,
): Promise<CommandAnswer> {
  const { method, path, body } = step;
  const answer = await client.call(method, path, { body, key, ifMatch });
  if (answer.status >= 300) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return resultSchema.parse(answer.body);
}
