import { defineEvents, ERASED, event, personal } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { plainEventLog } from './plain-event-log';

const player = z.object({ name: personal(z.string()), level: z.int() });
const events = defineEvents({
  MatchPlayed: event(
    z.object({
      winner: player,
      others: z.array(player),
      notes: z.array(personal(z.string())),
      byRole: z.record(z.string(), player),
      umpire: personal(z.string()).optional(),
      day: z.string(),
    }),
    { version: 2, upcasters: { 1: (data) => ({ ...data, day: '2026-03-02' }) } },
  ),
});
const log = plainEventLog({ match: events });

const stored = {
  id: '1',
  stream: 'match-7',
  revision: 0,
  position: 3n,
  type: 'MatchPlayed',
  data: {
    winner: { name: '张伟', level: 3 },
    others: [{ name: '王秀英', level: 4 }],
    notes: ['左手', '右手'],
    byRole: { captain: { name: '李娜', level: 5 } },
  },
  metadata: { schemaVersion: '1', recordedAt: '2026-03-02T16:30:00.000Z' },
};

it('opens an event as it is stored, in its newest version', () => {
  const { event: opened, meta } = log.open(stored);
  expect(opened.data).toEqual({ ...stored.data, day: '2026-03-02' });
  expect(meta).toMatchObject({ streamId: '7', position: 3n, effectiveOn: '2026-03-03' });
});

it('puts the placeholder in the place of every personal field, nested, listed or keyed, and nowhere else', () => {
  expect(log.openWithoutPersonal(stored).event.data).toEqual({
    winner: { name: ERASED, level: 3 },
    others: [{ name: ERASED, level: 4 }],
    notes: [ERASED, ERASED],
    byRole: { captain: { name: ERASED, level: 5 } },
    day: '2026-03-02',
  });
});

it('refuses an event that is not declared', () => {
  expect(() => log.open({ ...stored, type: 'MatchLost' })).toThrow('MatchLost');
});
