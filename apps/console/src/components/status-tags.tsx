import { Tag } from 'antd';
import { useSharedTexts } from './texts';

type Colour = 'default' | 'processing' | 'warning' | 'error' | 'success';

const FILING = {
  none: 'default',
  absent: 'default',
  draft: 'default',
  discarded: 'default',
  submitted: 'processing',
  returned: 'warning',
  withdrawn: 'default',
  rejected: 'error',
  approved: 'success',
  active: 'success',
  expired: 'default',
  cancelled: 'default',
  revoked: 'error',
  superseded: 'default',
} as const satisfies Record<string, Colour>;
export type FilingStatusName = keyof typeof FILING;

const REVIEW = {
  open: 'processing',
  'first-passed': 'processing',
  'supplement-requested': 'warning',
  resubmitted: 'default',
  approved: 'success',
  rejected: 'error',
  voided: 'default',
} as const satisfies Record<string, Colour>;
export type ReviewStatusName = keyof typeof REVIEW;

const UPLOAD = {
  nothing: 'default',
  due: 'processing',
  uploaded: 'success',
  failed: 'error',
} as const satisfies Record<string, Colour>;
export type UploadStatusName = keyof typeof UPLOAD;

/** Where a filing stands. */
export function FilingStatusTag({ status }: { readonly status: FilingStatusName }) {
  const t = useSharedTexts();
  return <Tag color={FILING[status]}>{t(`filingStatus.${status}`)}</Tag>;
}

/** Where a review stands. */
export function ReviewStatusTag({ status }: { readonly status: ReviewStatusName }) {
  const t = useSharedTexts();
  return <Tag color={REVIEW[status]}>{t(`reviewStatus.${status}`)}</Tag>;
}

/** How the upload to the national platform went. */
export function UploadStatusTag({ status }: { readonly status: UploadStatusName }) {
  const t = useSharedTexts();
  return <Tag color={UPLOAD[status]}>{t(`upload.${status}`)}</Tag>;
}

/** Outcome of an automatic check. */
export function OutcomeTag({ outcome }: { readonly outcome: 'passed' | 'failed' | 'not-verifiable' }) {
  const t = useSharedTexts();
  const colour = { passed: 'success', failed: 'error', 'not-verifiable': 'warning' } as const;
  return <Tag color={colour[outcome]}>{t(`outcome.${outcome}`)}</Tag>;
}
