import { defineEvents, event, streamModel } from '@anjuan/event-sourcing';
import { z } from 'zod';

/**
 * 备案编号 (`fil_no`, V(20)): insured region (6), day of submission (yyMMdd, 6), eight digits derived from the filing's
 * id. Eight digits can meet; the number's own stream is claimed in the append that assigns it, so that two filings
 * never bear the same number, and the next candidate is tried where one is taken.
 */
export const filingNumberCandidate = (
  insuredRegion: string,
  submittedOn: string,
  filingId: string,
  attempt: number,
): string => {
  const random = Number.parseInt(filingId.replaceAll('-', '').slice(-12), 16);
  const serial = (random + attempt) % 100_000_000;
  return `${insuredRegion}${submittedOn.slice(2).replaceAll('-', '')}${String(serial).padStart(8, '0')}`;
};

const filingNumberEvents = defineEvents({
  FilingNumberAssigned: event(z.object({ filingId: z.uuid() })),
});

/** Which filing bears a number; the stream's id is the number. */
export const filingNumber = streamModel<{ readonly filingId?: string }, typeof filingNumberEvents>({
  category: 'filingNumber',
  events: filingNumberEvents,
  initialState: {},
  evolve: { FilingNumberAssigned: (_, { filingId }) => ({ filingId }) },
});
