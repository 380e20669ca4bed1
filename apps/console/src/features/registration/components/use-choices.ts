import type { FilingKindPolicy } from '@anjuan/contracts';
import { insuranceTypeSchema } from '@anjuan/contracts';
import {
  agentRelationSchema,
  identityCheckedSchema,
  idTypeSchema,
  sexSchema,
} from '@anjuan/filing-intake-domain';
import { type FieldPath, useFieldWords } from '../../../components/use-field-words';
import type { Choice } from './field';

/** The lists that fields are filled from. */
export function useChoices() {
  const { show } = useFieldWords();
  const named = (path: FieldPath, values: readonly string[]): readonly Choice[] =>
    values.map((value) => ({ value, label: show(path, value) }));
  return {
    idTypes: named('applicant.idType', idTypeSchema.options),
    sexes: named('applicant.sex', sexSchema.options),
    relations: named('agent.relation', agentRelationSchema.options),
    identityChecks: named('identityChecked', identityCheckedSchema.options),
    insuranceTypes: named('insuranceType', insuranceTypeSchema.options),
    filers: (kind: FilingKindPolicy | undefined) => named('filedBy', kind?.mayFile ?? ['self', 'agent']),
  };
}
