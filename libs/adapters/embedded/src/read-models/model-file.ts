import type { WritePause } from '../files/write-pause';
import type { Database } from '../sqlite';
import type { Catalogue } from './catalogue';
import type { Snapshots } from './snapshots';

/** What all tables of one file share. */
export interface ModelFile {
  readonly path: string;
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly snapshots: Snapshots;
  readonly cursorKey: Uint8Array;
  readonly pause: WritePause;
}
