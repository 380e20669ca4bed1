import type { Channel } from '@anjuan/contracts';
import type { FilingData, FilingPatch } from '@anjuan/filing-intake-domain';

/** A draft as the server has it. */
export interface DraftCopy {
  readonly filingId: string;
  readonly revision: number;
  readonly insuredRegion: string;
  readonly channel: Channel;
  readonly data: FilingData;
}

/** One request to save; sent again as it is until the server has answered it. */
export interface SaveRequest {
  readonly filingId: string | undefined;
  readonly revision: number | undefined;
  readonly idempotencyKey: string;
  readonly insuredRegion: string;
  readonly channel: Channel;
  readonly patch: FilingPatch;
}

export interface Saved {
  readonly id: string;
  readonly revision: number;
}

/** What the session needs from the server and the clock. */
export interface DraftServer {
  save(request: SaveRequest): Promise<Saved>;
  read(filingId: string): Promise<DraftCopy>;
  newKey(): string;
  now(): number;
}

export type SaveState = 'new' | 'unsaved' | 'saving' | 'saved' | 'retrying' | 'refused' | 'conflict';

export interface DraftState {
  readonly insuredRegion: string | undefined;
  readonly channel: Channel;
  readonly data: FilingData;
  /** What the server has; undefined before the first save. */
  readonly copy: DraftCopy | undefined;
  readonly saveState: SaveState;
  readonly savedAt: number | undefined;
  readonly error: unknown;
  /** The copy somebody else saved, while the person has to choose. */
  readonly theirs: DraftCopy | undefined;
}
