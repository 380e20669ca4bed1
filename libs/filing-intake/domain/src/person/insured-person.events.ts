import { defineEvents, event } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { sexSchema } from '../filing/filing-data';
import { idTypeSchema } from '../values/identity-document';
import { birthDateSchema, idNumberSchema, personNameSchema, phoneSchema } from '../values/personal-values';
import { enrolmentSchema } from './enrolment';

/** Who the person is, as the register of enrolments states it. */
export const personDetailsSchema = z.strictObject({
  name: personNameSchema,
  idType: idTypeSchema,
  idNumber: idNumberSchema,
  sex: sexSchema.optional(),
  birthDate: birthDateSchema.optional(),
  phone: phoneSchema.optional(),
});
export type PersonDetails = z.output<typeof personDetailsSchema>;

/** What is recorded about an insured person (参保人). */
export const insuredPersonEvents = defineEvents({
  PersonRegistered: event(z.object({ personId: z.uuid(), person: personDetailsSchema })),
  PersonDetailsChanged: event(z.object({ personId: z.uuid(), person: personDetailsSchema })),
  /** Only the enrolments that are new or differ from those known. */
  EnrolmentImported: event(
    z.object({
      personId: z.uuid(),
      enrolments: z.array(enrolmentSchema).min(1),
      source: z.string().max(200),
    }),
  ),
  /** The keys named here are destroyed; nothing personal of the person can be read any more. */
  PersonErased: event(
    z.object({ personId: z.uuid(), keyIds: z.array(z.string()), reason: z.string().max(200) }),
  ),
});
