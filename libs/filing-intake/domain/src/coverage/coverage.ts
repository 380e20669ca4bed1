import {
  areaCodeSchema,
  calendarDateSchema,
  type FilingSummary,
  kindBehaviourSchema,
} from '@anjuan/contracts';
import { defineEvents, elsewhere, event, streamModel } from '@anjuan/event-sourcing';
import { z } from 'zod';

const placeSchema = z.object({
  filingId: z.uuid(),
  behaviour: kindBehaviourSchema,
  insuredRegion: areaCodeSchema,
  treatmentRegion: areaCodeSchema,
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema.optional(),
});

/**
 * What a person's filings of one insurance type cover: the rules across them (overlap, one long-term place, duplicates)
 * are decided against this stream, and the append that decides checks its revision. Its events are written by the
 * decisions of filings; its id is person and insurance type.
 */
export const coverageEvents = defineEvents({
  /** A submitted filing asks for the place. */
  PlaceRequested: event(placeSchema),
  /** An approved filing covers the place, also with changed region or dates. */
  PlaceCovered: event(placeSchema),
  /** The filing neither asks for nor covers a place any more. */
  PlaceReleased: event(z.object({ filingId: z.uuid() })),
});

/** One filing's place and period. */
export interface CoveredPlace extends z.output<typeof placeSchema> {
  readonly state: 'requested' | 'covered';
}

export interface Coverage {
  readonly places: readonly CoveredPlace[];
}

export const coverage = streamModel<Coverage, typeof coverageEvents>({
  category: 'coverage',
  events: coverageEvents,
  initialState: { places: [] },
  evolve: {
    PlaceRequested: (state, place) => withPlace(state, { ...place, state: 'requested' }),
    PlaceCovered: (state, place) => withPlace(state, { ...place, state: 'covered' }),
    PlaceReleased: (state, { filingId }) => ({ places: others(state, filingId) }),
  },
});

/** The id of the stream for a person and an insurance type. */
export const coverageId = (personId: string, insuranceType: string): string => `${personId}.${insuranceType}`;

/** The places of the person's other filings. */
export const others = ({ places }: Coverage, filingId: string): readonly CoveredPlace[] =>
  places.filter((place) => place.filingId !== filingId);

/** True when two periods share a day; a missing end is open. */
export const overlap = (a: Period, b: Period): boolean =>
  (b.endsOn === undefined || a.startsOn <= b.endsOn) && (a.endsOn === undefined || b.startsOn <= a.endsOn);

export interface Period {
  readonly startsOn: string;
  readonly endsOn?: string;
}

const on = (filing: FilingSummary) => coverageId(filing.personId, filing.insuranceType);

const placeOf = ({
  filingId,
  behaviour,
  insuredRegion,
  treatmentRegion,
  startsOn,
  endsOn,
}: FilingSummary) => ({
  filingId,
  behaviour,
  insuredRegion,
  treatmentRegion,
  startsOn,
  endsOn,
});

/** Events for the coverage stream of a filing. */
export const requestPlace = (filing: FilingSummary) =>
  elsewhere(coverage.category, on(filing), { type: 'PlaceRequested', data: placeOf(filing) });
export const coverPlace = (filing: FilingSummary) =>
  elsewhere(coverage.category, on(filing), { type: 'PlaceCovered', data: placeOf(filing) });
export const releasePlace = (filing: FilingSummary) =>
  elsewhere(coverage.category, on(filing), { type: 'PlaceReleased', data: { filingId: filing.filingId } });

const withPlace = (state: Coverage, place: CoveredPlace): Coverage => ({
  places: [...others(state, place.filingId), place],
});
