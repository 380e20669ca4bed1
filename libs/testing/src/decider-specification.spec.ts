import {
  decider,
  defineEvents,
  defineRejections,
  elsewhere,
  event,
  streamModel,
} from '@anjuan/event-sourcing';
import { z } from 'zod';
import { specification, stateOf } from './decider-specification';

const { reject } = defineRejections({
  'game.over': {
    kind: 'conflict',
    zh: '比赛已结束。',
    en: 'The game is over.',
    nextZh: '无',
    nextEn: 'None',
  },
});

const courtEvents = defineEvents({ CourtTaken: event(z.object({ by: z.string() })) });
const court = streamModel<{ by?: string }, typeof courtEvents>({
  category: 'court',
  events: courtEvents,
  initialState: {},
  evolve: { CourtTaken: (_, { by }) => ({ by }) },
});

const gameEvents = defineEvents({ PointWon: event(z.object({ player: z.enum(['A', 'B']) })) });
type PlayPoint = { type: 'PlayPoint'; data: { player: 'A' | 'B' } };
const game = decider<{ points: number }, PlayPoint, typeof gameEvents, { court: { by?: string } }>({
  category: 'game',
  events: gameEvents,
  initialState: { points: 0 },
  idOf: () => '1',
  evolve: { PointWon: ({ points }) => ({ points: points + 1 }) },
  decide: {
    PlayPoint: ({ player }, { points }, around) => {
      if (points >= 2) reject('game.over');
      if (around.court.by === 'rain') return [];
      const won = { type: 'PointWon' as const, data: { player }, facets: { effectiveOn: around.today } };
      return around.court.by
        ? [won]
        : [won, elsewhere('court', '1', { type: 'CourtTaken', data: { by: player } })];
    },
  },
});

describe('a specification of decisions', () => {
  const whenNobodyPlays = specification(game, { court: stateOf(court) });
  const pointForA = { type: 'PointWon' as const, data: { player: 'A' as const } };
  const play: PlayPoint = { type: 'PlayPoint', data: { player: 'A' } };
  const taken = elsewhere('court', '1', { type: 'CourtTaken', data: { by: 'A' } });

  it('compares the decided events, those for other streams too', () => {
    whenNobodyPlays.given().when(play).thenEvents(pointForA, taken);
    expect(() => whenNobodyPlays.given().when(play).thenEvents(pointForA)).toThrow();
  });

  it('compares facets where the expected event states them', () => {
    const spec = whenNobodyPlays.with({ court: stateOf(court, { type: 'CourtTaken', data: { by: 'B' } }) });
    spec
      .given()
      .when(play)
      .thenEvents({ ...pointForA, facets: { effectiveOn: '2026-03-02' } });
    expect(() =>
      spec
        .given()
        .when(play)
        .thenEvents({ ...pointForA, facets: { effectiveOn: '2026-03-03' } }),
    ).toThrow();
  });

  it('tells a rejection from acceptance', () => {
    whenNobodyPlays.given(pointForA, pointForA).when(play).thenRejected('game.over');
    expect(() => whenNobodyPlays.given().when(play).thenRejected('game.over')).toThrow();
  });

  it('knows a decision for nothing', () => {
    whenNobodyPlays
      .with({ court: { by: 'rain' } })
      .given()
      .when(play)
      .thenNothing();
    expect(() => whenNobodyPlays.given().when(play).thenNothing()).toThrow();
  });

  it('refuses an event that does not fit its schema', () => {
    const wrong = { type: 'PointWon' as const, data: { player: 'C' as 'A' } };
    expect(() => whenNobodyPlays.given(wrong).when(play).thenNothing()).toThrow('does not fit its schema');
  });
});
