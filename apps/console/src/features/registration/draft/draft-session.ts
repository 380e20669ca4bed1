import type { Channel } from '@anjuan/contracts';
import { applyPatch, type FilingData, type FilingPatch } from '@anjuan/filing-intake-domain';
import { isProblem } from '../../../lib/problem';
import { isEmptyPatch, patchBetween } from './draft-patch';
import type { DraftCopy, DraftServer, DraftState, Saved, SaveRequest } from './draft-state';

const PAUSE_MS = 800;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * What is typed and what the server has of it. Saves after a pause, one request at a time, each with the revision it
 * started from and a key of its own; a request that got no answer is sent again as it was, so nothing is saved twice.
 * Uploads and signatures of the same draft go through `run`, so that they never race with a save.
 */
export class DraftSession {
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private unanswered: SaveRequest | undefined;
  private failures = 0;
  private state: DraftState;
  /** What a new form begins with; nobody typed it. */
  private readonly begun: FilingData;

  constructor(
    private readonly server: DraftServer,
    start: { readonly copy: DraftCopy } | { readonly fresh: FilingData },
  ) {
    const copy = 'copy' in start ? start.copy : undefined;
    this.begun = 'fresh' in start ? start.fresh : {};
    this.state = {
      insuredRegion: copy?.insuredRegion,
      channel: copy?.channel ?? 'counter',
      data: copy?.data ?? this.begun,
      copy,
      saveState: copy ? 'saved' : 'new',
      savedAt: undefined,
      error: undefined,
      theirs: undefined,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): DraftState => this.state;

  /** Something is on this page only. */
  get hasUnsaved(): boolean {
    if (this.state.insuredRegion === undefined)
      return !isEmptyPatch(patchBetween(this.begun, this.state.data));
    return this.unanswered !== undefined || this.nextRequest() !== undefined;
  }

  edit(patch: FilingPatch): void {
    this.change({ data: applyPatch(this.state.data, patch) });
    this.schedule(PAUSE_MS);
  }

  chooseRegion(insuredRegion: string): void {
    this.change({ insuredRegion });
    this.schedule(0);
  }

  chooseChannel(channel: Channel): void {
    if (!this.state.copy) this.change({ channel });
  }

  /** Saves now; resolves when nothing is left to save, or it could not be saved. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    return this.inTurn(() => this.saveAll());
  }

  /**
   * Runs another command on the draft after everything typed is saved, and goes on from the revision it answers.
   * @throws what the command throws, or the error that keeps the draft from being saved
   */
  run<R extends { readonly revision: number }>(command: (copy: DraftCopy) => Promise<R>): Promise<R> {
    return this.inTurn(async () => {
      await this.saveAll();
      const { copy, error } = this.state;
      if (!copy || this.unanswered || this.state.theirs) throw error ?? new Error('the draft is not saved');
      const result = await command(copy);
      this.moved(result.revision);
      return result;
    });
  }

  /** The draft was reloaded: what is typed stays over it, unless there is nothing unsaved. */
  adopt(copy: DraftCopy): void {
    const mine = this.state.copy;
    if (!mine || copy.revision <= mine.revision || this.hasUnsaved) return;
    this.change({ copy, data: copy.data, insuredRegion: copy.insuredRegion });
  }

  /** After a conflict: what is typed here wins. */
  keepMine(): Promise<void> {
    const { theirs } = this.state;
    if (theirs) this.change({ copy: theirs, theirs: undefined, saveState: 'unsaved', error: undefined });
    return this.flush();
  }

  /** After a conflict: what the other saved wins, what is typed here goes. */
  takeTheirs(): void {
    const { theirs } = this.state;
    if (!theirs) return;
    const { data, insuredRegion } = theirs;
    this.change({
      copy: theirs,
      data,
      insuredRegion,
      theirs: undefined,
      saveState: 'saved',
      error: undefined,
    });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private schedule(pause: number): void {
    if (this.state.theirs) return;
    if (!this.unanswered && !this.nextRequest()) return;
    if (this.state.saveState !== 'retrying') this.change({ saveState: 'unsaved' });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private inTurn<R>(task: () => Promise<R>): Promise<R> {
    const turn = this.queue.then(task, task);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async saveAll(): Promise<void> {
    while (!this.state.theirs) {
      const request = this.unanswered ?? this.nextRequest();
      if (!request) return;
      this.unanswered = request;
      this.change({ saveState: 'saving' });
      try {
        this.accepted(request, await this.server.save(request));
      } catch (error) {
        return this.failed(request, error);
      }
    }
  }

  private accepted(request: SaveRequest, { id, revision }: Saved): void {
    const { insuredRegion, channel, patch } = request;
    const data = applyPatch(this.state.copy?.data ?? {}, patch);
    this.unanswered = undefined;
    this.failures = 0;
    const copy = { filingId: id, revision, insuredRegion, channel, data };
    this.change({ copy, saveState: 'saved', savedAt: this.server.now(), error: undefined });
  }

  private async failed(request: SaveRequest, error: unknown): Promise<void> {
    if (isProblem(error, 'request.stale-revision') && request.filingId !== undefined) {
      this.unanswered = undefined;
      const theirs = await this.server.read(request.filingId).catch(() => undefined);
      if (theirs) return this.change({ theirs, saveState: 'conflict', error });
    }
    if (isProblem(error) && error.body.status < 500) {
      this.unanswered = undefined;
      return this.change({ saveState: 'refused', error });
    }
    this.change({ saveState: 'retrying', error });
    const pause = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? PAUSE_MS;
    this.failures += 1;
    this.schedule(pause);
  }

  private nextRequest(): SaveRequest | undefined {
    const { copy, data, insuredRegion, channel } = this.state;
    if (insuredRegion === undefined) return undefined;
    const patch = patchBetween(copy?.data ?? {}, data);
    if (copy && isEmptyPatch(patch) && copy.insuredRegion === insuredRegion) return undefined;
    const idempotencyKey = this.server.newKey();
    return {
      filingId: copy?.filingId,
      revision: copy?.revision,
      idempotencyKey,
      insuredRegion,
      channel,
      patch,
    };
  }

  private moved(revision: number): void {
    const { copy } = this.state;
    if (copy) this.change({ copy: { ...copy, revision } });
  }

  private change(changes: Partial<DraftState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}
