import { Flex, Typography } from 'antd';
import { AccountName } from '../../../components/account-name';
import { ReviewStatusTag } from '../../../components/status-tags';
import { useSharedTexts } from '../../../components/texts';
import type { ReviewDetails } from '../../../lib/reviews-of-filing';
import { useCaseTexts } from '../texts';
import { CaseCard } from './case-card';

/** Each submission and its review: who holds it, when it is due and how that day was reached. */
export function ReviewsCard({ reviews }: { readonly reviews: readonly ReviewDetails[] }) {
  const t = useCaseTexts();
  return (
    <CaseCard title={t('section.reviews')}>
      {reviews.length === 0 && <Typography.Text type="secondary">{t('review.none')}</Typography.Text>}
      {[...reviews].reverse().map((review) => (
        <OneReview key={review.reviewId} review={review} />
      ))}
    </CaseCard>
  );
}

function OneReview({ review }: { readonly review: ReviewDetails }) {
  const t = useCaseTexts();
  const shared = useSharedTexts();
  const { file, status, assigneeId } = review;
  return (
    <div style={{ padding: '6px 0', borderTop: '1px solid #eef1f1' }}>
      <Flex gap={8} wrap align="center">
        <Typography.Text strong>{t('review.submission', { number: file.submission })}</Typography.Text>
        <span>{shared(`subject.${file.subject}`)}</span>
        <ReviewStatusTag status={status} />
        {(status === 'open' || status === 'first-passed') && (
          <span>
            {t('review.assignee')}
            {t('colon')}
            {assigneeId === null ? t('review.nobody') : <AccountName id={assigneeId} />}
          </span>
        )}
      </Flex>
      <Derivation deadline={review.deadline} />
    </div>
  );
}

function Derivation({ deadline: { derivation } }: { readonly deadline: ReviewDetails['deadline'] }) {
  const t = useCaseTexts();
  const { from, workingDays, due, skipped, makeUp, unpublishedYears } = derivation;
  const holidays = skipped.filter(({ why }) => why !== 'weekend');
  return (
    <Typography.Text type="secondary" className="num" style={{ fontSize: 12 }}>
      {t('review.derivation', { from, days: workingDays, due })}
      {holidays.length > 0 &&
        ` · ${t('review.skipped', { days: holidays.map(({ date, why }) => `${date} ${why}`).join('、') })}`}
      {makeUp.length > 0 && ` · ${t('review.makeUp', { days: makeUp.join('、') })}`}
      {unpublishedYears.length > 0 && ` · ${t('review.unpublished', { years: unpublishedYears.join('、') })}`}
    </Typography.Text>
  );
}
