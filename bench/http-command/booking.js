/** The request both servers take: the hours of a tennis court, booked one after the other. */
const HOURS = 12;

const bookingOf = (hour) => ({
  hour,
  player: '王秀英',
  phone: '13800138000',
  equipment: ['racket', 'balls', 'ball-machine'],
  note: '周末双打，请准备两筒新球并开灯；如遇下雨则改到室内场。'.repeat(5),
});

const BODIES = Array.from({ length: HOURS }, (_, hour) => JSON.stringify(bookingOf(hour)));

/** The body's rules for Fastify's own validation. */
const bookingJsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['hour', 'player', 'phone', 'equipment', 'note'],
  properties: {
    hour: { type: 'integer', minimum: 0, maximum: 23 },
    player: { type: 'string', minLength: 1, maxLength: 60 },
    phone: { type: 'string', pattern: '^1[3-9]\\d{9}$' },
    equipment: { type: 'array', maxItems: 10, items: { type: 'string', maxLength: 40 } },
    note: { type: 'string', maxLength: 1000 },
  },
};

const courtJsonSchema = {
  type: 'object',
  required: ['courtId'],
  properties: {
    courtId: {
      type: 'string',
      pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
    },
  },
};

module.exports = { BODIES, bookingJsonSchema, courtJsonSchema, HOURS };
