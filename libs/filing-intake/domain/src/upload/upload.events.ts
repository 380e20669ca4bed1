import { areaCodeSchema } from '@anjuan/contracts';
import { defineEvents, event } from '@anjuan/event-sourcing';
import { z } from 'zod';

/** Which registration of which filing an event is about. */
const about = z.object({
  filingId: z.uuid(),
  insuredRegion: areaCodeSchema,
  registration: z.int().positive(),
});

/** How the registration of a filing with the national platform goes. */
export const uploadEvents = defineEvents({
  /** The receiver acknowledged it; `receipt` names the acknowledgement. */
  FilingUploaded: event(about.extend({ receipt: z.string().max(100) })),
  FilingUploadFailed: event(
    about.extend({
      attempt: z.int().positive(),
      code: z.string().max(100),
      /** When it is tried again by itself; missing when a person must look at it. */
      retryAt: z.iso.datetime().optional(),
    }),
  ),
  UploadRetryRequested: event(about),
});
