import {
  type DataFolder,
  type EmbeddedEventStore,
  openDataFolder,
  openEmbeddedEventStore,
  openEmbeddedEvidenceStore,
  openEmbeddedKeyStore,
  openEmbeddedReadModels,
  openSessionStore,
  type SessionStore,
} from '@anjuan/embedded';
import type { Clock, EvidenceStore, KeyStore, ReadModels } from '@anjuan/event-sourcing';
import type { Config } from '../config';

/** The engines below the ports, all of one data folder. */
export interface Engines {
  readonly folder: DataFolder;
  readonly store: EmbeddedEventStore;
  readonly keys: KeyStore;
  readonly evidence: EvidenceStore;
  readonly models: ReadModels;
  readonly sessions: SessionStore;
  close(): Promise<void>;
}

/** Opens the embedded set. @throws when another process holds the folder, or a newer version wrote it */
export async function openEngines(config: Config, clock: Clock): Promise<Engines> {
  const folder = openDataFolder(config.ANJUAN_DATA);
  const keys = openEmbeddedKeyStore({ folder: folder.keys, clock });
  const holdCommitWhile = config.ANJUAN_HOLD_COMMIT_WHILE;
  const store = await openEmbeddedEventStore({ folder: folder.log, holdCommitWhile });
  const evidence = await openEmbeddedEvidenceStore({ folder: folder.evidence });
  const models = openEmbeddedReadModels({ folder: folder.readModels });
  const sessions = openSessionStore(folder.sessions);
  return {
    folder,
    store,
    keys,
    evidence,
    models,
    sessions,
    close: async () => {
      for (const part of [models, store, evidence, keys, sessions, folder]) await part.close();
    },
  };
}
