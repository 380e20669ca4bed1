import { Flex, Tag } from 'antd';
import { showInstant } from '../../../lib/dates';
import type { AccountRow } from '../api/account';
import { useAccountsTexts } from '../texts';

/** Whether an account can be used, and what stands in the way. */
export function AccountTags({
  account: { status, lockedUntil, mustChangePassword },
}: {
  account: AccountRow;
}) {
  const t = useAccountsTexts();
  const locked = lockedUntil !== null && Date.parse(lockedUntil) > Date.now();
  return (
    <Flex gap={4} wrap>
      <Tag color={status === 'active' ? 'success' : 'error'}>{t(`status.${status}`)}</Tag>
      {locked && <Tag color="warning">{t('locked', { until: showInstant(lockedUntil) })}</Tag>}
      {mustChangePassword && <Tag>{t('temporary')}</Tag>}
    </Flex>
  );
}
