import { failed, passed } from '../checks/check';
import { submissionRejections } from '../checks/submission-rejections';
import type { KindBehaviour, ProofCase } from './kind-behaviour';

/**
 * A person referred out by an institution that the insured region designates, with the fields of transaction 2501.
 * Usable over and over within its validity, and beside a long-term filing.
 */
export const referral: KindBehaviour = {
  longTerm: false,
  submitted: true,
  asks: ['referral'],
  proofChecks: (proof) => [
    sendingInstitution(proof),
    hospitalAgrees(proof),
    referralReason(proof),
    referralDate(proof),
  ],
};

function sendingInstitution({ filing, policy }: ProofCase) {
  const { sendingInstitutionCode = '', sendingInstitutionName = '' } = filing.referral ?? {};
  const listed = policy.referringInstitutions;
  if (
    listed.length > 0 &&
    !listed.includes(sendingInstitutionCode) &&
    !listed.includes(sendingInstitutionName)
  )
    submissionRejections.reject('filing.institution-may-not-refer');
  return passed('proof.referring-institution');
}

function hospitalAgrees({ filing }: ProofCase) {
  if (filing.referral?.hospitalAgrees !== true) submissionRejections.reject('filing.hospital-disagrees');
  return passed('proof.hospital-agrees');
}

function referralReason({ filing, policy }: ProofCase) {
  const reason = filing.referral?.reason;
  if (!policy.referralReasons.some(({ code }) => code === reason))
    submissionRejections.reject('filing.reason-not-listed', {
      listed: policy.referralReasons.map(({ code }) => code),
    });
  return passed('proof.referral-reason');
}

const referralDate = ({ filing, today }: ProofCase) =>
  (filing.referral?.referredOn ?? today) <= today
    ? passed('proof.referral-date')
    : failed('proof.referral-date');
