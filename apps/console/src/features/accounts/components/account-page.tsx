import { Alert, Card, Descriptions, Flex, Skeleton } from 'antd';
import { AccountName } from '../../../components/account-name';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { showInstant } from '../../../lib/dates';
import { useMay, useSession } from '../../../lib/session/session-context';
import type { AccountRow } from '../api/account';
import { useAccount } from '../api/get-account';
import { useAccountsTexts } from '../texts';
import { AccountActions } from './account-actions';
import { AccountTags } from './account-tags';
import { ActivityCard } from './activity-card';
import { GrantsCard } from './grants-card';
import { TokensCard } from './tokens-card';

/** One account: what it may do, whether it may sign in, what it did. */
export function AccountPage({ accountId }: { readonly accountId: string }) {
  const { data, error, refetch } = useAccount(accountId);
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  return <Shown account={data} />;
}

function Shown({ account }: { readonly account: AccountRow }) {
  const t = useAccountsTexts();
  const own = useSession().session?.account.accountId === account.accountId;
  const editable = useMay('account:manage') && !own;
  return (
    <>
      <PageHeader
        title={account.displayName}
        tags={<AccountTags account={account} />}
        about={`${account.username} · ${t(`kind.${account.kind}`)}`}
        actions={editable && <AccountActions account={account} />}
      />
      <Flex vertical gap={12}>
        {own && <Alert type="info" showIcon title={t('ownAccount')} />}
        <Card size="small" title={t('details')}>
          <Descriptions
            size="small"
            column={{ xs: 1, md: 3 }}
            items={[
              { key: 'by', label: t('createdBy'), children: <AccountName id={account.createdBy} /> },
              { key: 'at', label: t('createdAt'), children: showInstant(account.createdAt) },
              {
                key: 'last',
                label: t('column.lastSignIn'),
                children: account.lastSignInAt === null ? t('never') : showInstant(account.lastSignInAt),
              },
            ]}
          />
        </Card>
        <GrantsCard account={account} editable={editable} />
        {account.kind === 'machine' && <TokensCard account={account} editable={editable} />}
        <ActivityCard accountId={account.accountId} />
      </Flex>
    </>
  );
}
