import type { AutomaticCheck } from '@anjuan/contracts';
import { others, type Period } from '../coverage/coverage';
import { behaviourOf } from '../filing-kinds/kinds';
import { coverageChecks } from './coverage-checks';
import { dateChecks } from './date-checks';
import { paperChecks } from './paper-checks';
import { enrolmentOf, personChecks } from './person-checks';
import { placeChecks } from './place-checks';
import type { SubmissionCase } from './submission-case';

/**
 * The automatic checks of a submission, each with its rule and source. A hard one that fails rejects the submission;
 * the outcome of the others is recorded for the reviewer.
 * @throws Rejected with a code of `submission-rejections.ts` or `person-rejections.ts`
 */
export function submissionChecks(submission: SubmissionCase, period: Period): readonly AutomaticCheck[] {
  const { state, filing, kind, policy, around } = submission;
  const { treatmentRegion, insuranceType } = filing;
  const asked = { ...period, behaviour: kind.behaviour, treatmentRegion };
  const rest = others(around.coverage, state.filingId);
  return [
    ...personChecks(submission),
    ...placeChecks(around.areas, state.insuredRegion, treatmentRegion, policy.items.treatmentRegion),
    ...paperChecks(submission),
    ...dateChecks(kind, filing, around.today),
    ...coverageChecks(asked, rest, policy.items.overlap, around.areas),
    ...behaviourOf(kind).proofChecks({
      filing,
      kind,
      policy: policy.items,
      enrolment: enrolmentOf(around.person.enrolments, state.insuredRegion, insuranceType),
      today: around.today,
    }),
  ];
}
