import { defineEvents, event, onCategory, projection, row, unchanged } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { projectionSpecification, published, recorded } from './projection-specification';

const events = defineEvents({
  CourtTaken: event(z.object({ by: z.string() })),
  CourtSwept: event(z.object({})),
  CourtClosed: event(z.object({})),
});
type CourtRow = { by: string; warned: boolean };

const courts = projection<CourtRow>({
  name: 'courts',
  version: 1,
  indexes: [['by']],
  search: ({ by }) => [by],
  categories: [
    onCategory<CourtRow, typeof events>('court')({
      CourtTaken: row(
        (_, { streamId }) => streamId,
        (_, { by }) => ({ by, warned: false }),
      ),
      CourtSwept: unchanged,
      CourtClosed: row(
        (_, { streamId }) => streamId,
        () => undefined,
      ),
    }),
  ],
  topics: [
    {
      topic: 'weather.v1',
      on: {
        RainExpected: row(
          ({ player }) => ({ where: { by: { eq: String(player) } } }),
          (before) => before && { ...before, warned: true },
        ),
      },
    },
  ],
});

describe('a specification of projections', () => {
  const taken = (id: string, by: string) => recorded('court', id, { type: 'CourtTaken', data: { by } });

  it('shows the rows that events add up to', () => {
    projectionSpecification(courts).given(taken('1', 'A')).thenRow('1', { by: 'A' });
    expect(() => projectionSpecification(courts).given(taken('1', 'A')).thenRow('1', { by: 'B' })).toThrow();
  });

  it('applies a message to all rows that its filter matches', () => {
    const rain = published('weather.v1', '1', 'RainExpected', { player: 'A' });
    projectionSpecification(courts)
      .given(taken('1', 'A'), taken('2', 'B'), taken('3', 'A'), rain)
      .thenRows([{ warned: true }, { warned: false }, { warned: true }]);
  });

  it('knows a deleted row and the text that a search finds', () => {
    const closed = recorded('court', '1', { type: 'CourtClosed', data: {} });
    const swept = recorded('court', '2', { type: 'CourtSwept', data: {} });
    const spec = projectionSpecification(courts).given(taken('1', 'A'), taken('2', 'B'), closed, swept);
    spec.thenNoRow('1');
    spec.thenSearchText('2', ['B']);
  });

  it('refuses an event that the projection does not name', () => {
    const lost = recorded('court', '1', { type: 'CourtLost', data: {} });
    expect(() => projectionSpecification(courts).given(lost)).toThrow('says nothing about court CourtLost');
  });
});
