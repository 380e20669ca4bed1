import {
  type AnyCommand,
  bind,
  type CommandEnvelope,
  type CommandOf,
  commandSet,
  decider,
  defineCommands,
  defineEvents,
  defineRejections,
  elsewhere,
  event,
  personal,
  SYSTEM_ONLY,
  streamModel,
} from '@anjuan/event-sourcing';
import { z } from 'zod';

/** A tennis court that can be booked by the hour: a neutral case for the command handler and what follows the log. */
export const courtEvents = defineEvents({
  CourtBooked: event(z.object({ courtId: z.string(), hour: z.int(), player: personal(z.string()) })),
  BookingCancelled: event(z.object({ courtId: z.string(), hour: z.int() })),
});

/** How many hours a player has booked; written by the decisions of courts. */
export const playerEvents = defineEvents({ HourCounted: event(z.object({ hours: z.int() })) });

export const courtCommands = defineCommands({
  BookCourt: z.strictObject({ courtId: z.string(), hour: z.int(), player: z.string() }),
  CancelBooking: z.strictObject({ courtId: z.string(), hour: z.int() }),
  CloseHour: z.strictObject({ courtId: z.string(), hour: z.int() }),
});

export const courtRejections = defineRejections({
  'court.taken': {
    kind: 'conflict',
    zh: '该时段已被预订。',
    en: 'That hour is taken.',
    nextZh: '请选择其他时段。',
    nextEn: 'Take another hour.',
  },
  'court.limit': {
    kind: 'conflict',
    zh: '该球员预订已满。',
    en: 'That player has booked enough.',
    nextZh: '请先取消。',
    nextEn: 'Cancel one first.',
  },
});

interface Court {
  readonly booked: readonly number[];
}

interface Player {
  readonly hours: number;
}

export const player = streamModel<Player, typeof playerEvents>({
  category: 'player',
  events: playerEvents,
  initialState: { hours: 0 },
  evolve: { HourCounted: (_, { hours }) => ({ hours }) },
});

type CourtCommand = CommandOf<typeof courtCommands>;

export const court = decider<Court, CourtCommand, typeof courtEvents, { player: Player; playerId: string }>({
  category: 'court',
  events: courtEvents,
  initialState: { booked: [] },
  idOf: ({ data }) => data.courtId,
  keyOf: (courtId) => courtId,
  decide: {
    BookCourt: (data, { booked }, { player: { hours }, playerId }) => {
      if (booked.includes(data.hour)) courtRejections.reject('court.taken', { hour: data.hour });
      if (hours >= 3) courtRejections.reject('court.limit');
      return [
        { type: 'CourtBooked', data },
        elsewhere('player', playerId, { type: 'HourCounted', data: { hours: hours + 1 } }),
      ];
    },
    CancelBooking: (data, { booked }) =>
      booked.includes(data.hour) ? [{ type: 'BookingCancelled', data }] : [],
    CloseHour: (data) => [{ type: 'BookingCancelled', data }],
  },
  evolve: {
    CourtBooked: ({ booked }, { hour }) => ({ booked: [...booked, hour] }),
    BookingCancelled: ({ booked }, { hour }) => ({ booked: booked.filter((other) => other !== hour) }),
  },
});

export const courtCommandSet = commandSet(
  bind<Court, CourtCommand, typeof courtEvents, { player: Player; playerId: string }>({
    decider: court,
    permissions: { BookCourt: 'court:book', CancelBooking: 'court:book', CloseHour: SYSTEM_ONLY },
    areasOf: () => ['350200'],
    gather: async (command, _, { load }) => {
      const playerId = command.type === 'BookCourt' ? command.data.player.length.toString() : 'none';
      return { player: (await load(player, playerId)).state, playerId };
    },
  }),
);

export const book = (hour: number, name = '王秀英', courtId = 'c1'): AnyCommand => ({
  type: 'BookCourt',
  data: { courtId, hour, player: name },
});

export const envelope = (changes: Partial<CommandEnvelope> = {}): CommandEnvelope => ({
  actor: { accountId: 'a1', kind: 'person', grants: [{ role: 'player', area: '350200' }] },
  channel: 'counter',
  correlationId: 'c-1',
  ...changes,
});
