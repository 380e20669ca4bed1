import { enrolmentSchema, idTypeSchema } from '@anjuan/filing-intake-domain';
import { z } from 'zod';

export const personLookupSchema = z.strictObject({
  idType: idTypeSchema,
  idNumber: z.string().min(3).max(50),
});
export type PersonLookup = z.output<typeof personLookupSchema>;

export const findPersonsSchema = z.strictObject({
  search: z.string().trim().min(1).max(100).optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});
export type FindPersons = z.output<typeof findPersonsSchema>;

const details = z.object({
  name: z.string(),
  idType: z.string(),
  idNumber: z.string(),
  sex: z.string().optional(),
  birthDate: z.string().optional(),
  phone: z.string().optional(),
});

const enrolments = z.array(enrolmentSchema);

export const lookupAnswerSchema = z.object({
  found: z.boolean(),
  /** False: nobody imported this person, so enrolment cannot be verified. */
  verifiable: z.boolean(),
  personId: z.string().optional(),
  person: details.optional(),
  enrolments: enrolments.optional(),
  importedAt: z.string().optional(),
});

export const personPageSchema = z.object({
  rows: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      idNumber: z.string(),
      enrolments,
      importedAt: z.string(),
      erased: z.boolean(),
    }),
  ),
  next: z.string().optional(),
});

export const personSchema = z.object({
  personId: z.string(),
  person: details,
  enrolments,
  importedAt: z.string(),
  erased: z.boolean(),
  revision: z.number(),
  filings: z.array(
    z.object({
      filingId: z.string(),
      filingNumber: z.string().optional(),
      status: z.string(),
      kind: z.string().optional(),
      treatmentRegion: z.string().optional(),
      startsOn: z.string().optional(),
      endsOn: z.string().optional(),
    }),
  ),
});

export const importReportSchema = z.object({
  dryRun: z.boolean(),
  rows: z.number(),
  persons: z.number(),
  /** Persons of whom something was new. */
  changed: z.number(),
  errors: z.array(z.object({ line: z.number(), column: z.string().optional(), code: z.string() })),
  errorCount: z.number(),
});
export type ImportReport = z.output<typeof importReportSchema>;
