import { areaCodeSchema } from '@anjuan/contracts';
import { defineCommands } from '@anjuan/event-sourcing';
import { z } from 'zod';

const about = { filingId: z.uuid(), insuredRegion: areaCodeSchema, registration: z.int().positive() };

/** What can be said and asked about an upload. */
export const uploadCommands = defineCommands({
  RecordUploaded: z.strictObject({ ...about, receipt: z.string().min(1).max(100) }),
  RecordUploadFailed: z.strictObject({
    ...about,
    attempt: z.int().positive(),
    code: z.string().min(1).max(100),
    retryAt: z.iso.datetime().optional(),
  }),
  /** A person wants an upload that failed for good to be tried again. */
  RetryUpload: z.strictObject({ filingId: z.uuid() }),
});
