import { filingTopic } from '@anjuan/contracts';
import { defineEvents, event, publisher } from '@anjuan/event-sourcing';
import { filingEvents } from '@anjuan/filing-intake-domain';
import { z } from 'zod';
import { filingPublisher } from './filing.publisher';

/** A new event that the publisher does not name does not compile; `tsc -b` checks that the error is raised. */
const moreEvents = defineEvents({
  ...filingEvents,
  FilingMisplaced: event(z.object({ filingId: z.uuid() })),
});

// @ts-expect-error the publisher does not say whether FilingMisplaced is published
export const published = publisher<typeof moreEvents>('filing', filingTopic.name)(filingPublisher.publish);
