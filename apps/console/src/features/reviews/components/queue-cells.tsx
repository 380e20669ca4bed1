import { Flex, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { AccountName } from '../../../components/account-name';
import { AreaName } from '../../../components/area-name';
import { KindName } from '../../../components/kind-name';
import { ReviewStatusTag } from '../../../components/status-tags';
import { useSharedTexts } from '../../../components/texts';
import { useSession } from '../../../lib/session/session-context';
import type { ReviewRow } from '../api/review-row';
import { useReviewsTexts } from '../texts';

interface CellProps {
  readonly review: ReviewRow;
}

/** Name and number; a link for those who open it in another tab. */
export function ApplicantCell({ review }: CellProps) {
  const t = useReviewsTexts();
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Link to={`/filings/${review.filingId}`}>{review.applicantName ?? t('notNamed')}</Link>{' '}
      <Typography.Text type="secondary" className="num">
        {review.idNumber}
      </Typography.Text>
      <div>
        <Typography.Text type="secondary" className="num">
          {review.filingNumber ?? t('notNumbered')}
        </Typography.Text>
      </div>
    </div>
  );
}

/** What is asked for. */
export function SubjectCell({ review }: CellProps) {
  const t = useReviewsTexts();
  const shared = useSharedTexts();
  return (
    <div>
      <KindName region={review.insuredRegion} kind={review.kind} />
      <Flex gap={4} wrap>
        {review.subject !== 'new' && <Tag>{shared(`subject.${subjectOf(review.subject)}`)}</Tag>}
        {review.byLetter && <Tag color="warning">{t('byLetter')}</Tag>}
      </Flex>
    </div>
  );
}

const subjectOf = (subject: string): 'change' | 'extension' | 'cancellation' | 'new' =>
  subject === 'change' || subject === 'extension' || subject === 'cancellation' ? subject : 'new';

export function RegionsCell({ review: { insuredRegion, treatmentRegion } }: CellProps) {
  return (
    <span>
      <AreaName code={insuredRegion} /> → <AreaName code={treatmentRegion} />
    </span>
  );
}

/** Where the review stands. */
export function StepCell({ review }: CellProps) {
  const t = useReviewsTexts();
  const shared = useSharedTexts();
  const open = review.status === 'open' || review.status === 'first-passed';
  return (
    <Flex gap={4} wrap>
      {open ? <span>{t(`level.${review.level}`)}</span> : <ReviewStatusTag status={review.status} />}
      {review.escalated && <Tag color="error">{shared('flag.escalated')}</Tag>}
    </Flex>
  );
}

/** What the automatic checks found. */
export function ChecksCell({ review: { checksFailed, checksNotVerifiable } }: CellProps) {
  const t = useReviewsTexts();
  if (checksFailed + checksNotVerifiable === 0)
    return <Typography.Text type="secondary">{t('allPassed')}</Typography.Text>;
  return (
    <Flex gap={4} wrap>
      {checksFailed > 0 && <Tag color="error">{t('failed', { count: checksFailed })}</Tag>}
      {checksNotVerifiable > 0 && (
        <Tag color="warning">{t('notVerifiable', { count: checksNotVerifiable })}</Tag>
      )}
    </Flex>
  );
}

/** Who has it, or who decided it. */
export function AssigneeCell({ review: { assigneeId, decidedBy } }: CellProps) {
  const t = useReviewsTexts();
  const own = useSession().session?.account.accountId;
  const who = assigneeId ?? decidedBy;
  if (who === null) return <Typography.Text type="secondary">{t('nobody')}</Typography.Text>;
  return who === own ? <strong>{t('mine')}</strong> : <AccountName id={who} />;
}
