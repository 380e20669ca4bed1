import { openEmbeddedMessageBus } from '@anjuan/embedded';
import {
  type AnyCommand,
  type AnyEvent,
  type CommandEnvelope,
  type CommandResult,
  type EventLog,
  type JsonObject,
  LogFeed,
  type MessageBus,
  type Projection,
  ProjectionRunner,
  type RebuildReport,
  restrictTo,
  type StoredEvent,
  TimerRunner,
  timersProjection,
} from '@anjuan/event-sourcing';
import {
  bodyDigest,
  CheckpointLog,
  CheckpointWriter,
  canonicalJson,
  digest,
  identityDigest,
  openEventLog,
} from '@anjuan/ledger';
import { v7 } from 'uuid';
import { AreaDirectory, areaCopy } from '../access/area-directory';
import { AccessPolicy } from '../access/authorize';
import type { AccountRow } from '../accounts/accounts.projection';
import { activityProjection } from '../accounts/activity.projection';
import type { Config } from '../config';
import { CommandRouter } from '../cqrs/command-router';
import { QueryRouter } from '../cqrs/query-router';
import type { OfficeLog } from '../operations/office-log';
import type { ContextDefinition, ContextTools } from './context';
import { isDemoFolder, markAsDemo } from './demo-mark';
import { type Engines, openEngines } from './engines';
import { Erasures } from './erasures';
import { LiveReadModel } from './live-read-model';
import { OfficeClock } from './office-clock';
import { Reactions } from './reactions';
import { Replays } from './replays';

const TIMERS = 'timers';
const TIMER_INTERVAL_MS = 1_000;
const ERASURE_WAIT_MS = 600_000;

/** All contexts on one set of engines: the event log, its read models and everything that follows the log. */
export class Office {
  readonly commands = new CommandRouter();
  readonly queries = new QueryRouter();
  readonly directory = new AreaDirectory();
  readonly policy = new AccessPolicy(this.directory);
  readonly runners = new Map<string, ProjectionRunner>();
  private readonly logs = new Map<string, EventLog>();
  private readonly listeners = new Set<(events: readonly StoredEvent[], position: bigint) => void>();
  private readonly stopping = new Set<() => void>();
  private following = false;
  private markedAsDemo: boolean;
  private timers!: TimerRunner;
  private reactions!: Reactions;
  private readonly replays: Replays;
  erasures!: Erasures;

  private constructor(
    readonly config: Config,
    readonly contexts: readonly ContextDefinition[],
    readonly engines: Engines,
    readonly clock: OfficeClock,
    readonly log: EventLog,
    readonly feed: LogFeed,
    readonly bus: MessageBus,
    readonly checkpoints: CheckpointWriter,
    private readonly secrets: { readonly identity: Uint8Array; readonly request: Uint8Array },
    readonly logger: OfficeLog,
  ) {
    this.markedAsDemo = isDemoFolder(engines.folder.path);
    const { store, models } = engines;
    this.replays = new Replays(this.runners, { store, feed, models }, (name, error) =>
      logger.failed(`replay ${name}`, error),
    );
  }

  /** Opens the engines and prepares every context; nothing runs before `start`. */
  static async open(
    config: Config,
    contexts: readonly ContextDefinition[],
    logger: OfficeLog,
  ): Promise<Office> {
    const clock = new OfficeClock(config.ANJUAN_CLOCK_SHIFT_DAYS);
    const engines = await openEngines(config, clock);
    return Office.assemble(config, contexts, engines, clock, logger).catch(async (error: unknown) => {
      await engines.close();
      throw error;
    });
  }

  private static async assemble(
    config: Config,
    contexts: readonly ContextDefinition[],
    engines: Engines,
    clock: OfficeClock,
    logger: OfficeLog,
  ): Promise<Office> {
    const { store, keys } = engines;
    const models = contexts.flatMap((context) => [...context.models, ...context.processes]);
    const seal = { keys, models, hashAlgorithm: config.ANJUAN_HASH, cipher: config.ANJUAN_CIPHER } as const;
    const log = openEventLog({ store, ...seal });
    const publishers = contexts.flatMap((context) => context.publishers);
    const office = new Office(
      config,
      contexts,
      engines,
      clock,
      log,
      new LogFeed(log, publishers),
      openEmbeddedMessageBus({
        store,
        log,
        publishers,
        folder: engines.folder.bus,
        clock,
        onError: (group, error) => logger.failed(`bus ${group}`, error),
      }),
      await openCheckpoints(config, engines, clock, logger),
      { identity: await keys.secret('identity'), request: await keys.secret('request') },
      logger,
    );
    for (const context of contexts) {
      const categories = [...context.models, ...context.processes].map(({ category }) => category);
      office.logs.set(context.name, openEventLog({ store: restrictTo(store, categories), ...seal }));
    }
    await office.prepare();
    return office;
  }

  private async prepare(): Promise<void> {
    const timers = this.contexts.flatMap((context) => context.timers);
    const all = [
      areaCopy,
      timersProjection(TIMERS, timers),
      activityProjection(this.contexts.flatMap(({ models }) => models)),
      ...this.contexts.flatMap(({ projections }) => projections),
    ];
    for (const projection of all as readonly Projection[]) await this.addRunner(projection);
    this.timers = new TimerRunner({
      model: () => this.runner(TIMERS).readModel,
      clock: this.clock,
      send: this.send,
      onRefused: (name, command, rejection) => this.logger.refused(name, command.type, rejection.code),
      onFailure: (error) => this.logger.failed('timers', error),
    });
    for (const context of this.contexts) this.bindContext(context);
    this.reactions = new Reactions(this);
    const { store, keys, models } = this.engines;
    this.erasures = new Erasures(
      this.contexts.flatMap(({ erasures = [] }) => erasures),
      {
        store,
        keys,
        models,
        feed: this.feed,
        checkpoint: await models.live({ name: 'erasures', version: 1, indexes: [] }),
        shown: async (position) => void (await this.reached(position, ERASURE_WAIT_MS)),
      },
    );
  }

  private bindContext(context: ContextDefinition): void {
    const tools = this.toolsOf();
    const handlerTools = {
      log: this.logOf(context),
      clock: this.clock,
      authorize: this.policy.authorize,
      newId: () => v7(),
    };
    for (const set of context.commands(tools)) this.commands.route(set.types, set.handler(handlerTools));
    this.queries.route(context.queries(tools));
  }

  private async addRunner(projection: Projection): Promise<void> {
    const model = await this.engines.models.live(projection);
    const runner = new ProjectionRunner(
      projection,
      model,
      this.engines.store,
      this.feed,
      (position, events) => this.advanced(projection.name, position, events),
    );
    this.runners.set(projection.name, runner);
  }

  private advanced(name: string, position: bigint, events: readonly StoredEvent[]): void {
    if (name === areaCopy.name && events.length > 0) {
      void this.directory
        .reload(this.runner(name).readModel)
        .catch((error: unknown) => this.logger.failed('area-directory', error));
    }
    for (const listener of this.listeners) listener(events, position);
  }

  /** What a context may use; the same for all. */
  toolsOf(): ContextTools {
    return {
      clock: this.clock,
      keys: this.engines.keys,
      evidence: this.engines.evidence,
      readModel: ({ name }) => new LiveReadModel(this.runner(name)),
      areas: () => this.directory.areas,
      identityDigest: (idType, idNumber) => identityDigest(this.secrets.identity, idType, idNumber),
      digestOf: (value) => digest('sha256', canonicalJson(value)).toString('hex'),
      mayAct: (...question) => this.mayAct(...question),
      recorded: (stream, revision) => this.recorded(stream, revision),
      send: this.send,
    };
  }

  private async recorded(stream: string, revision: number): Promise<AnyEvent> {
    const [stored] = await this.engines.store.readStream(stream, { from: revision, limit: 1 });
    if (stored?.revision !== revision) throw new Error(`no event ${stream}@${revision}`);
    return this.log.open(stored).event;
  }

  private async mayAct(accountId: string, permission: string, area: string): Promise<boolean> {
    const account = (await this.runner('accounts').readModel.get(accountId)) as AccountRow | undefined;
    if (account?.status !== 'active') return false;
    const { kind, grants } = account;
    return this.policy.allows({ accountId, kind, grants }, permission, area);
  }

  logOf(context: ContextDefinition): EventLog {
    const log = this.logs.get(context.name);
    if (!log) throw new Error(`no context ${context.name}`);
    return log;
  }

  runner(name: string): ProjectionRunner {
    const runner = this.runners.get(name);
    if (!runner) throw new Error(`no read model ${name}`);
    return runner;
  }

  /** The data folder holds a demo bureau. */
  get demo(): boolean {
    return this.markedAsDemo;
  }

  /** Says for good that the data of this folder is synthetic. */
  markAsDemo(): void {
    markAsDemo(this.engines.folder.path);
    this.markedAsDemo = true;
  }

  /**
   * Brings every read model up to date and keeps it so; nothing reacts yet. One of an older version is served as it is until
   * `start` has replaced it, except for those that the office itself lives by.
   */
  async follow(): Promise<void> {
    if (this.following) return;
    this.following = true;
    await this.replays.renew([areaCopy.name, TIMERS]);
    await Promise.all([...this.runners.values()].map((runner) => runner.start()));
    await this.directory.reload(this.runner(areaCopy.name).readModel);
  }

  /**
   * Brings every read model up to date, then starts consumers, process managers, timers and checkpoints. Read models of an
   * older version are rebuilt meanwhile, beside those that serve the reads.
   */
  async start(): Promise<void> {
    await this.follow();
    void this.replays.renewInBackground();
    await this.erasures.start();
    await this.reactions.start();
    this.timers.start(TIMER_INTERVAL_MS);
    this.checkpoints.start();
  }

  /** Sends the commands of timers that are due by the office's clock. */
  fireTimers(): Promise<void> {
    return this.timers.fireDue();
  }

  readonly send = (command: AnyCommand, envelope: CommandEnvelope): Promise<CommandResult> =>
    this.commands.execute(command, envelope);

  /** Keyed digest of a request body, to tell a repeat from another request under the same key. */
  requestDigest(body: JsonObject): string {
    return bodyDigest(this.secrets.request, body);
  }

  /** Waits until every read model reflects a position. @returns false when the time ran out */
  async reached(position: bigint, timeoutMs: number): Promise<boolean> {
    const waits = [...this.runners.values()].map((runner) => runner.reached(position, timeoutMs));
    return (await Promise.all(waits)).every(Boolean);
  }

  /** Calls back after each batch that a read model took in, for live updates. @returns how to stop it */
  onAdvance(listener: (events: readonly StoredEvent[], position: bigint) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls back when the office stops, for connections that would stay open. @returns how to take it back */
  onStop(callback: () => void): () => void {
    this.stopping.add(callback);
    return () => this.stopping.delete(callback);
  }

  /** Rebuilds read models beside the live ones, compares, and swaps if asked; reads go on. */
  replay(options: { swap: boolean; only?: readonly string[] }): Promise<readonly RebuildReport[]> {
    return this.replays.run(options);
  }

  /** Resolves when nothing is left to react to: read models, consumers and process managers are at the end of the log. */
  async settle(): Promise<void> {
    for (let last = -2n, now = await this.engines.store.lastPosition(); now !== last; ) {
      last = now;
      await this.reached(now, 60_000);
      await this.reactions.settle();
      await this.erasures.reached(now, 60_000);
      now = await this.engines.store.lastPosition();
    }
  }

  /** Ends connections that would stay open. */
  announceStop(): void {
    for (const callback of this.stopping) callback();
    this.stopping.clear();
  }

  /** Ends everything that follows the log, in order, then closes the engines. */
  async stop(): Promise<void> {
    this.announceStop();
    await this.replays.stop();
    await this.timers.stop();
    await this.reactions.stop();
    await this.erasures.stop();
    await this.bus.close();
    if (this.following) await this.checkpoints.stop();
    await Promise.all([...this.runners.values()].map((runner) => runner.stop()));
    await this.engines.close();
  }
}

async function openCheckpoints(
  config: Config,
  engines: Engines,
  clock: OfficeClock,
  logger: OfficeLog,
): Promise<CheckpointWriter> {
  const { folder, store, keys } = engines;
  const log = await CheckpointLog.open({
    store,
    keys,
    clock,
    folder: folder.checkpoints,
    hashAlgorithm: config.ANJUAN_HASH,
  });
  return new CheckpointWriter({ log, clock, onError: (error) => logger.failed('checkpoints', error) });
}
