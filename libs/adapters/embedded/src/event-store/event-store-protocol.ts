import type { StreamCheck } from '@anjuan/event-sourcing';
import type { PackedCalls } from './packed-calls';

/** A record as it goes to disk: data and metadata are JSON text. */
export interface RecordRow {
  readonly stream: string;
  readonly category: string;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

export interface RequestRow {
  readonly account: string;
  readonly key: string;
  readonly bodyDigest: string;
  /** JSON text. */
  readonly result: string;
}

/** One append on its way to the writer thread. `tag` pairs it with its outcome. */
export interface AppendCall {
  readonly tag: number;
  readonly records: readonly RecordRow[];
  readonly checks: readonly StreamCheck[];
  readonly request: RequestRow | undefined;
}

export interface Violation {
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;
}

/** What became of one append. */
export type Outcome =
  /** `position` is that of the last record; the revisions follow from the checks. */
  | { readonly kind: 'written'; readonly position: number }
  | {
      readonly kind: 'repeated';
      readonly position: number;
      readonly revisions: ReadonlyMap<string, number>;
    }
  | { readonly kind: 'conflict'; readonly violations: readonly Violation[] }
  | { readonly kind: 'request-repeated'; readonly first: RequestRow }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** How the writing connection is set, as SQLite itself reports it. */
export interface WriterSettings {
  /** `wal` */
  readonly journalMode: string;
  /** 2 is FULL: a commit returns after its fsync. */
  readonly synchronous: number;
}

export type ToWriter =
  /** `moreToCome`: another such message follows at the end of the turn, so the commit waits for it. */
  | { readonly kind: 'append'; readonly calls: PackedCalls; readonly moreToCome: boolean }
  | { readonly kind: 'settings'; readonly tag: number }
  | { readonly kind: 'close' };

export type FromWriter =
  | { readonly kind: 'ready'; readonly last: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'outcomes';
      /** Tag and position of each append that was written, in turn: numbers cross threads faster than objects. */
      readonly written: readonly number[];
      /** All others. */
      readonly others: readonly (readonly [tag: number, Outcome])[];
      /** Position of the newest event on disk. */
      readonly last: number;
    }
  | { readonly kind: 'settings'; readonly tag: number; readonly settings: WriterSettings };

export interface WriterOptions {
  readonly file: string;
  /** Fault injection: a commit waits while this file exists. */
  readonly holdCommitWhile: string | undefined;
}
