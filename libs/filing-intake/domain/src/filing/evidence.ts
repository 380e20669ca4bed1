import { digestSchema } from '@anjuan/contracts';
import { personal } from '@anjuan/event-sourcing';
import { z } from 'zod';

/** Evidence items that no policy lists: the signed registration form, and what a drawn or paper signature leaves. */
export const FORM_ITEM = 'SIGNED_FORM';
export const LETTER_ITEM = 'LETTER';

/** At most 20 MB each. */
export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024;

/** What a file of evidence may be; its real type is looked at, not its name. */
export const mediaTypeSchema = z.enum([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
]);

/** A file that was handed in, stored encrypted under the digest of its ciphertext. */
export const evidenceItemSchema = z.strictObject({
  evidenceId: z.uuid(),
  /** Code of the configured list of materials, or FORM or LETTER. */
  item: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .max(50),
  digest: digestSchema,
  mediaType: mediaTypeSchema,
  bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES),
  fileName: personal(z.string().min(1).max(255)),
});
export type EvidenceItem = z.output<typeof evidenceItemSchema>;

/** How a commitment letter was signed: a tick, a signature drawn on the screen, paper. */
export const signatureSchema = z.enum(['ticked', 'drawn', 'paper']);
