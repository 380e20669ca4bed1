import type { ResolvedEvent } from '@kurrent/kurrentdb-client';
import { LogTampered } from './errors';
import { isVisible, toStoredEvent, visibleStreams } from './stored-events';

const resolved = (changes: object = {}): ResolvedEvent => ({
  event: {
    streamId: 'court-1',
    id: '0198c0de-0000-7000-8000-000000000001',
    isJson: true,
    revision: 2n,
    type: 'CourtBooked',
    created: new Date(0),
    data: { hour: 9 },
    metadata: {
      schemaVersion: '1',
      '$schema.name': 'CourtBooked',
      '$schema.format': 'Json',
      $correlationId: 'c',
    },
    position: { commit: 700n, prepare: 700n },
    ...changes,
  },
});

describe('a record of KurrentDB', () => {
  it('is an event of the office, without what the server added to its metadata', () => {
    expect(toStoredEvent(resolved())).toEqual({
      id: '0198c0de-0000-7000-8000-000000000001',
      stream: 'court-1',
      revision: 2,
      position: 700n,
      type: 'CourtBooked',
      data: { hour: 9 },
      metadata: { schemaVersion: '1', $correlationId: 'c' },
    });
  });

  it.each([
    ['is not JSON', { isJson: false, data: new Uint8Array([1]) }],
    ['is no JSON object', { data: [1] }],
    ['has no metadata', { metadata: undefined }],
    ['has metadata that is not flat text', { metadata: { a: { b: 'c' } } }],
  ])('that %s was not written by the office', (_, changes) => {
    expect(() => toStoredEvent(resolved(changes))).toThrow(LogTampered);
  });
});

describe('what a reader may see', () => {
  const streams = [
    'court-1',
    'court',
    'courtyard-1',
    'member-1',
    'co.rt-1',
    'request-1',
    '$settings',
    '$$court-1',
  ];
  const seen = (categories?: string[]) => {
    const byServer = new RegExp(visibleStreams(categories).regex, 'u');
    const byClient = categories && new Set(categories);
    const passed = streams.filter((stream) => byServer.test(stream));
    expect(streams.filter((stream) => isVisible(stream, byClient))).toEqual(passed);
    return passed;
  };

  it('is everything but requests and streams of the server', () => {
    expect(seen()).toEqual(['court-1', 'court', 'courtyard-1', 'member-1', 'co.rt-1']);
  });

  it('is the categories asked for, each to the letter', () => {
    expect(seen(['court', 'member'])).toEqual(['court-1', 'court', 'member-1']);
    expect(seen(['co.rt'])).toEqual(['co.rt-1']);
  });

  it('is nothing when no category is asked for, or only that of the requests', () => {
    expect(seen([])).toEqual([]);
    expect(seen(['request'])).toEqual([]);
  });
});
