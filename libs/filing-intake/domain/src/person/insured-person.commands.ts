import { defineCommands } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { enrolmentSchema } from './enrolment';
import { personDetailsSchema } from './insured-person.events';

/** What can be asked of the person register. */
export const insuredPersonCommands = defineCommands({
  /** One person's rows of an import. `source` names the file or query it came from, without personal data. */
  ImportEnrolment: z.strictObject({
    personId: z.uuid(),
    person: personDetailsSchema,
    enrolments: z.array(enrolmentSchema).min(1).max(20),
    source: z.string().min(1).max(200),
  }),
  ErasePerson: z.strictObject({
    personId: z.uuid(),
    /** Ground of the erasure, such as the number of the request; no personal data. */
    reason: z.string().min(2).max(200),
  }),
});
