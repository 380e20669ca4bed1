import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEventStore, openEmbeddedKeyStore, openEmbeddedReadModels } from '@anjuan/embedded';
import {
  type AnyCommand,
  type CommandEnvelope,
  type EventDefinitions,
  LogFeed,
  Rejected,
} from '@anjuan/event-sourcing';
import { openEventLog } from '@anjuan/ledger';
import { v7 } from 'uuid';
import { OfficeClock } from '../office/office-clock';
import { court, courtCommandSet, player } from './tennis-court.fixture';

/** Store, keys, log and read models of one test, without HTTP. */
export async function openCourtOffice(
  more: readonly { readonly category: string; readonly events: EventDefinitions }[] = [],
) {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-court-'));
  const clock = new OfficeClock();
  clock.standAt('2026-03-02T01:00:00.000Z');
  const store = await openEmbeddedEventStore({ folder: join(folder, 'log') });
  const keys = openEmbeddedKeyStore({ folder: join(folder, 'keys'), clock });
  const models = openEmbeddedReadModels({ folder: join(folder, 'read-models') });
  const seal = {
    keys,
    models: [court, player, ...more],
    hashAlgorithm: 'sha256',
    cipher: 'aes-256-gcm',
  } as const;
  const log = openEventLog({ store, ...seal });
  const feed = new LogFeed(log, []);
  const asked: string[] = [];
  const handle = courtCommandSet.handler({
    log,
    clock,
    newId: () => v7(),
    authorize: (actor, permission, areas) => {
      asked.push(`${actor.accountId} ${permission} ${areas.join()}`);
      const allowed = actor.kind === 'system' || (permission === 'court:book' && actor.grants.length > 0);
      if (!allowed) throw new Rejected('access.forbidden');
    },
  });
  return {
    folder,
    clock,
    store,
    keys,
    models,
    log,
    feed,
    asked,
    send: (command: AnyCommand, envelope: CommandEnvelope) => handle(command, envelope),
    close: async () => {
      await models.close();
      await store.close();
      await keys.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type CourtOffice = Awaited<ReturnType<typeof openCourtOffice>>;
