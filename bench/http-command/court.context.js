/** A tennis court as a context of the office: decider, read model, controller. Neutral, and as small as a real one gets. */
require('reflect-metadata');
const {
  bind,
  commandSet,
  decider,
  defineEvents,
  defineRejections,
  event,
  onCategory,
  personal,
  projection,
  row,
} = require('@anjuan/event-sourcing');
const { Commands, OfExchange, operation, Validated, Route } = require('@anjuan/runtime');
const { Controller, Inject, Module } = require('@nestjs/common');
const { z } = require('zod');

const booking = {
  hour: z.int().min(0).max(23),
  player: z.string().min(1).max(60),
  phone: z.string().regex(/^1[3-9]\d{9}$/),
  equipment: z.array(z.string().max(40)).max(10),
  note: z.string().max(1000),
};

const courtEvents = defineEvents({
  CourtBooked: event(z.object({ courtId: z.string(), ...booking, player: personal(booking.player) })),
});

const rejections = defineRejections({
  'court.taken': {
    kind: 'conflict',
    zh: '该时段已被预订。',
    en: 'That hour is taken.',
    nextZh: '请选择其他时段。',
    nextEn: 'Take another hour.',
  },
});

const court = decider({
  category: 'court',
  events: courtEvents,
  initialState: { booked: [] },
  idOf: ({ data }) => data.courtId,
  keyOf: (courtId) => courtId,
  decide: {
    BookCourt: (data, { booked }) => {
      if (booked.includes(data.hour)) rejections.reject('court.taken', { hour: data.hour });
      return [{ type: 'CourtBooked', data }];
    },
  },
  evolve: { CourtBooked: ({ booked }, { hour }) => ({ booked: [...booked, hour] }) },
});

const courts = projection({
  name: 'courts',
  version: 1,
  indexes: [['hours'], ['bookedAt']],
  categories: [
    onCategory('court')({
      CourtBooked: row(
        ({ courtId }) => courtId,
        (before, { player }, { recordedAt }) => ({
          hours: (before?.hours ?? 0) + 1,
          lastPlayer: player,
          bookedAt: recordedAt,
        }),
      ),
    }),
  ],
});

const courtContext = {
  name: 'courts',
  models: [court],
  commands: () => [
    commandSet(
      bind({
        decider: court,
        permissions: { BookCourt: 'filing:register' },
        areasOf: () => ['350200'],
        gather: async () => ({}),
      }),
    ),
  ],
  queries: () => ({}),
  projections: [courts],
  publishers: [],
  consumers: () => [],
  processes: [],
  timers: [],
  rejections: [rejections.catalogue],
};

const bookCourt = operation({
  method: 'POST',
  path: ':courtId/bookings',
  summary: 'Book an hour',
  access: 'filing:register',
  command: true,
  params: z.strictObject({ courtId: z.uuidv7() }),
  body: z.strictObject(booking),
});

class CourtController {
  constructor(commands) {
    this.commands = commands;
  }

  book(exchange, { params, body }) {
    return this.commands.send(exchange, { type: 'BookCourt', data: { ...params, ...body } });
  }
}

/** What the decorators of a TypeScript class come to. */
function decorate(controller) {
  const method = [controller.prototype, 'book'];
  Inject(Commands)(controller, undefined, 0);
  OfExchange()(...method, 0);
  Validated()(...method, 1);
  Route(bookCourt)(...method, Object.getOwnPropertyDescriptor(...method));
  Controller('api/courts')(controller);
}

class CourtModule {}

decorate(CourtController);
Module({ controllers: [CourtController] })(CourtModule);

module.exports = { CourtModule, courtContext };
