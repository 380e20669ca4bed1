import { api } from '../../../lib/api-client';

/** What can be asked of a filing; each is the last part of its path. */
export type FilingStep =
  | 'withdrawal'
  | 'resubmission'
  | 'change-request'
  | 'extension-request'
  | 'cancellation'
  | 'revocation'
  | 'reinstatement'
  | 'proof'
  | 'breach'
  | 'upload-retry';

/** What can be asked of a review. */
export type ReviewStep =
  | 'claim'
  | 'release'
  | 'conflict'
  | 'completion'
  | 'first-pass'
  | 'supplement'
  | 'approval'
  | 'rejection'
  | 'recheck-approval'
  | 'recheck-return'
  | 'correction';

export type CaseCommand =
  | { readonly on: 'filing'; readonly step: FilingStep; readonly body?: object }
  | { readonly on: 'review'; readonly step: ReviewStep; readonly body?: object };

interface Target {
  readonly id: string;
  /** The revision that the person saw. */
  readonly revision: number;
  readonly idempotencyKey: string;
}

/** Sends one command about a case. @throws Problem, Unreachable */
export const sendCaseCommand = ({ on, step, body }: CaseCommand, { id, revision, idempotencyKey }: Target) =>
  api.post(`/${on === 'filing' ? 'filings' : 'reviews'}/${id}/${step}`, { revision, idempotencyKey, body });
