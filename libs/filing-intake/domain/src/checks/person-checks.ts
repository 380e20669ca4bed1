import type { AutomaticCheck } from '@anjuan/contracts';
import { type Enrolment, isNormalOn, sameEnrolment } from '../person/enrolment';
import { personRejections } from '../person/person-rejections';
import { factsOfDocument, isIdNumber } from '../values/identity-document';
import { failed, notVerifiable, passed } from './check';
import type { SubmissionCase } from './submission-case';
import { submissionRejections } from './submission-rejections';

/** Identity and enrolment: a wrong number or a paused enrolment stops the filing, an unknown person does not. */
export const personChecks = (submission: SubmissionCase): readonly AutomaticCheck[] => [
  ...identityChecks(submission),
  ...enrolmentChecks(submission),
];

function identityChecks({ filing: { applicant } }: SubmissionCase): readonly AutomaticCheck[] {
  if (!isIdNumber(applicant)) submissionRejections.reject('filing.id-number-invalid');
  const facts = factsOfDocument(applicant);
  if (!facts) return [passed('identity.document'), notVerifiable('identity.consistent')];
  if (facts.birthDate !== applicant.birthDate || facts.sex !== applicant.sex)
    submissionRejections.reject('filing.identity-inconsistent');
  return [passed('identity.document'), passed('identity.consistent')];
}

function enrolmentChecks({ state, filing, around }: SubmissionCase): readonly AutomaticCheck[] {
  const { person, today } = around;
  if (person.status === 'erased') personRejections.reject('person.erased');
  if (person.status === 'absent')
    return [notVerifiable('identity.register'), notVerifiable('enrolment.normal')];
  const enrolment = enrolmentOf(person.enrolments, state.insuredRegion, filing.insuranceType);
  if (!enrolment) return submissionRejections.reject('filing.not-enrolled');
  if (!isNormalOn(enrolment, today))
    submissionRejections.reject('filing.enrolment-not-normal', { status: enrolment.status });
  const sameName = person.person?.name === filing.applicant.name;
  return [sameName ? passed('identity.register') : failed('identity.register'), passed('enrolment.normal')];
}

/** The enrolment that a filing in this region and insurance type rests on. */
export const enrolmentOf = (
  enrolments: readonly Enrolment[],
  insuredRegion: string,
  insuranceType: string,
): Enrolment | undefined =>
  enrolments.find((enrolment) => sameEnrolment(enrolment, { insuredRegion, insuranceType }));
