import { filingSummarySchema } from '@anjuan/contracts';
import { ERASED } from '@anjuan/event-sourcing';
import { type Filing, type FilingDetailsRow, idTypeSchema } from '@anjuan/filing-intake-domain';
import { z } from 'zod';

/** What of a registration names nobody. */
export const statementSchema = z.object({
  filingId: z.uuid(),
  /** 1 for the approval, one more for each change, extension and end. */
  registration: z.int().positive(),
  /** `in-force`: treatment can be settled within the filing's days; `ended`: no more from now on. */
  state: z.enum(['in-force', 'ended']),
  filing: filingSummarySchema,
});

/** Who it is for: the platform finds a person by document and name. Phone, address and papers stay in the bureau. */
export const registeredPersonSchema = z.object({
  name: z.string().min(1),
  idType: idTypeSchema,
  idNumber: z.string().min(1),
});

export const registrationSchema = statementSchema.extend({ person: registeredPersonSchema });
export type Statement = z.output<typeof statementSchema>;
export type Registration = z.output<typeof registrationSchema>;

const IN_FORCE: readonly Filing['status'][] = ['approved', 'active'];

/**
 * What the platform is to be told of a filing now.
 * @returns undefined when the person was erased, so that there is nobody left to name
 */
export function registrationOf({ filing }: FilingDetailsRow): Registration | undefined {
  const { filingId, status, summary, registration, data } = filing;
  const person = registeredPersonSchema.safeParse(pick(data.applicant ?? {}));
  if (!summary || !person.success || person.data.name === ERASED) return undefined;
  return {
    filingId,
    registration,
    state: IN_FORCE.includes(status) ? 'in-force' : 'ended',
    filing: summary,
    person: person.data,
  };
}

const pick = ({ name, idType, idNumber }: NonNullable<Filing['data']['applicant']>) => ({
  name,
  idType,
  idNumber,
});
