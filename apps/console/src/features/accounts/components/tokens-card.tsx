import { App, Button, Card, Flex, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/problem-alert';
import { showInstant, todayInChina } from '../../../lib/dates';
import type { AccountRow, ApiToken } from '../api/account';
import { useRevokeToken } from '../api/revoke-token';
import { useAccountsTexts } from '../texts';
import { IssueTokenModal } from './issue-token-modal';
import { SecretModal } from './secret-modal';

interface TokensCardProps {
  readonly account: AccountRow;
  readonly editable: boolean;
}

/** Bearer tokens of a machine. */
export function TokensCard({ account, editable }: TokensCardProps) {
  const t = useAccountsTexts();
  const { t: shell } = useTranslation();
  const { modal } = App.useApp();
  const [issuing, setIssuing] = useState(false);
  const [secret, setSecret] = useState<string>();
  const revoking = useRevokeToken(account.accountId);
  const askRevoke = ({ tokenId, label }: ApiToken) =>
    modal.confirm({
      title: t('revokeAsk', { label }),
      content: t('revokeAbout'),
      okButtonProps: { danger: true },
      okText: t('revoke'),
      cancelText: shell('action.cancel'),
      onOk: () => revoking.mutate(tokenId),
    });
  return (
    <Card
      size="small"
      title={t('tokens')}
      extra={editable && <Button onClick={() => setIssuing(true)}>{t('issue')}</Button>}
    >
      <ProblemAlert error={revoking.error} />
      <Table<ApiToken>
        size="small"
        rowKey="tokenId"
        pagination={false}
        scroll={{ x: 520 }}
        locale={{ emptyText: t('tokensNone') }}
        dataSource={[...account.tokens]}
        columns={[
          { title: t('label'), dataIndex: 'label' },
          { title: t('issued'), dataIndex: 'issuedAt', render: showInstant, width: 150 },
          { title: t('expires'), width: 120, render: (_, { expiresOn }) => expiresOn ?? t('noExpiry') },
          {
            title: t('column.status'),
            width: 190,
            render: (_, token) => (
              <Flex gap={8} align="center">
                <TokenState token={token} />
                {editable && token.revokedAt === null && (
                  <Button size="small" danger onClick={() => askRevoke(token)}>
                    {t('revoke')}
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
      <IssueTokenModal
        accountId={account.accountId}
        open={issuing}
        onClose={() => setIssuing(false)}
        onIssued={setSecret}
      />
      <SecretModal
        secret={secret}
        title={t('token')}
        about={t('tokenAbout')}
        onClose={() => setSecret(undefined)}
      />
    </Card>
  );
}

function TokenState({ token: { revokedAt, expiresOn } }: { readonly token: ApiToken }) {
  const t = useAccountsTexts();
  if (revokedAt !== null) return <Tag>{t('revoked', { at: showInstant(revokedAt) })}</Tag>;
  if (expiresOn !== null && expiresOn < todayInChina()) return <Tag>{t('expired')}</Tag>;
  return <Tag color="success">{t('valid')}</Tag>;
}
