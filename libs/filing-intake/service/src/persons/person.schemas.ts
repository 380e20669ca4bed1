import { areaCodeSchema, insuranceTypeSchema } from '@anjuan/contracts';
import { enrolmentSchema, idTypeSchema, personDetailsSchema } from '@anjuan/filing-intake-domain';
import { z } from 'zod';

/** A document as it is typed; spaces and small letters are put right. */
export const lookUpSchema = z.strictObject({
  idType: idTypeSchema,
  idNumber: z.string().trim().min(3).max(50),
});
export type LookUpPerson = z.output<typeof lookUpSchema>;

/** What the register knows of a document; not found: enrolment cannot be verified. */
export const lookedUpSchema = z.object({
  found: z.boolean(),
  personId: z.uuid().optional(),
  person: personDetailsSchema.optional(),
  /** Those in the caller's areas. */
  enrolments: z.array(enrolmentSchema),
  /** Of the enrolment that a filing would rest on: the one that is normal today, else the first. */
  prefill: z.object({ insuredRegion: areaCodeSchema, insuranceType: insuranceTypeSchema }).optional(),
});
export type LookedUpPerson = z.output<typeof lookedUpSchema>;

export const findPersonsSchema = z.strictObject({
  /** Part of a name or of an identity number. */
  search: z.string().trim().min(2).max(50),
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
});
export type FindPersons = z.output<typeof findPersonsSchema>;

const personLineSchema = z.object({
  personId: z.uuid(),
  name: z.string(),
  idType: idTypeSchema,
  /** Masked. */
  idNumber: z.string(),
  /** Those in the caller's areas. */
  enrolments: z.array(enrolmentSchema),
  importedAt: z.string(),
});

/** A page may hold fewer lines than asked for and still have a next one. */
export const personPageSchema = z.object({ rows: z.array(personLineSchema), next: z.string().optional() });
export type PersonPage = z.output<typeof personPageSchema>;

const filingOfPersonSchema = z.object({
  filingId: z.uuid(),
  filingNumber: z.string().optional(),
  status: z.string(),
  kind: z.string().optional(),
  treatmentRegion: areaCodeSchema.optional(),
  startsOn: z.string().optional(),
  endsOn: z.string().optional(),
});

/** A person with the filings that the caller may see, the latest first. An erased one shows placeholders. */
export const personViewSchema = z.object({
  personId: z.uuid(),
  person: personDetailsSchema.extend({ birthDate: z.string().optional() }),
  enrolments: z.array(enrolmentSchema),
  importedAt: z.string(),
  erased: z.boolean(),
  revision: z.number().int(),
  filings: z.array(filingOfPersonSchema),
});
export type PersonView = z.output<typeof personViewSchema>;

/** Grounds on which a person's data may be erased. */
export const erasureReasonSchema = z.enum([
  'PERSON_REQUEST',
  'RETENTION_ENDED',
  'COLLECTED_IN_ERROR',
  'COURT_ORDER',
]);

export const erasureSchema = z.strictObject({
  reasonCode: erasureReasonSchema,
  /** Number of the request or the order; no personal data. */
  reference: z
    .string()
    .regex(/^[\p{Script=Han}A-Za-z0-9〔〕()（）/._-]{1,100}$/u)
    .optional(),
});
