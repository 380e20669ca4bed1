import { Typography } from 'antd';
import { AccountName } from '../../../components/account-name';
import { isProblem } from '../../../lib/problem';
import { useCaseTexts } from '../texts';

interface ClaimedByProps {
  readonly error: unknown;
  readonly assigneeId: string | null;
}

/** When a command was refused because somebody else holds the case (409): who. */
export function ClaimedBy({ error, assigneeId }: ClaimedByProps) {
  const t = useCaseTexts();
  if (!isProblem(error, 'review.claimed-by-another') || assigneeId === null) return null;
  return (
    <Typography.Paragraph role="alert">
      {t('review.assignee')}
      {t('colon')}
      <AccountName id={assigneeId} />
    </Typography.Paragraph>
  );
}
