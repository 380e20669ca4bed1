import type { AppendCall } from './event-store-protocol';
import { packCalls, unpackCalls } from './packed-calls';

const row = (stream: string) => ({
  stream,
  category: 'court',
  id: `id-${stream}`,
  type: 'T',
  data: '{}',
  metadata: '',
});

const calls: AppendCall[] = [
  { tag: 7, records: [row('court-1')], checks: [{ stream: 'court-1', expected: -1 }], request: undefined },
  {
    tag: 8,
    records: [row('court-2'), row('court-3'), row('court-2')],
    checks: ['court-2', 'court-3', 'court-4'].map((stream, expected) => ({ stream, expected })),
    request: { account: 'ann', key: 'k', bodyDigest: 'd', result: '{"id":"court-2"}' },
  },
  { tag: 9, records: [row('court-5')], checks: [], request: undefined },
];

it('brings appends across as they were', () => {
  expect(unpackCalls(structuredClone(packCalls(calls)))).toEqual(calls);
});

it('notices that something is missing', () => {
  const { numbers, texts } = packCalls(calls);
  expect(() => unpackCalls({ numbers, texts: texts.slice(0, -1) })).toThrow(/end too early/);
});
