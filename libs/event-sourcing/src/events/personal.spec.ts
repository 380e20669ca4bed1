import { z } from 'zod';
import { personal, personalPaths } from './personal';

it('finds personal fields in objects, lists, records, unions, optional and nullable', () => {
  const schema = z.object({
    name: personal(z.string()),
    nick: personal(z.string()).optional(),
    court: z.string(),
    contact: z.object({ phone: personal(z.string().max(20)).nullable() }).optional(),
    guests: z.array(z.object({ name: personal(z.string()), paid: z.boolean() })),
    notes: z.record(z.string(), personal(z.string())),
    proof: z.discriminatedUnion('by', [
      z.object({ by: z.literal('card'), number: personal(z.string()) }),
      z.object({ by: z.literal('none') }),
    ]),
  });
  expect(personalPaths(schema).map((path) => path.join('.'))).toEqual([
    'name',
    'nick',
    'contact.phone',
    'guests.*.name',
    'notes.*',
    'proof.number',
  ]);
});

it('finds none where nothing is marked', () => {
  expect(personalPaths(z.object({ court: z.string(), hours: z.array(z.number()) }))).toEqual([]);
});
