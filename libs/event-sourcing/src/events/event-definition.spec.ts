import { z } from 'zod';
import { event, upcast } from './event-definition';

const booked = event(z.object({ court: z.string(), hours: z.number(), indoors: z.boolean() }), {
  version: 3,
  upcasters: {
    1: (data) => ({ ...data, hours: 1 }),
    2: (data) => ({ ...data, indoors: false }),
  },
});

describe('an event of an old version', () => {
  it('is brought to the newest through every step between', () => {
    expect(upcast(booked, { court: 'A' }, 1)).toEqual({ court: 'A', hours: 1, indoors: false });
    expect(upcast(booked, { court: 'A', hours: 2 }, 2)).toEqual({ court: 'A', hours: 2, indoors: false });
  });

  it('of the newest stays as it is', () => {
    const data = { court: 'A', hours: 2, indoors: true };
    expect(upcast(booked, data, 3)).toBe(data);
  });
});

it('a version cannot be declared without a way from each older one', () => {
  expect(() => event(z.object({}), { version: 3, upcasters: { 2: (data) => data } })).toThrow(
    'from version 1',
  );
});
