import { App, Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert';
import type { AccountRow } from '../api/account';
import { useChangeGrants } from '../api/change-grants';
import { useAccountsTexts } from '../texts';
import { type GrantLine, GrantsEditor, grantsOf } from './grants-editor';

interface GrantsCardProps {
  readonly account: AccountRow;
  readonly editable: boolean;
}

/** What an account may do where. Edited lines stay when the account changes meanwhile; the server then refuses them. */
export function GrantsCard({ account, editable }: GrantsCardProps) {
  const t = useAccountsTexts();
  const { message } = App.useApp();
  const [edited, setEdited] = useState<readonly GrantLine[]>();
  const changing = useChangeGrants(account);
  const lines = edited ?? account.grants;
  const grants = grantsOf(lines);
  const wrong = typeof grants === 'string' ? grants : undefined;
  const save = () =>
    typeof grants !== 'string' &&
    changing.mutate(grants, {
      onSuccess: () => {
        setEdited(undefined);
        void message.success(t('saved'));
      },
    });
  return (
    <Card size="small" title={t('grants')}>
      <Typography.Paragraph type="secondary">{t('grantsAbout')}</Typography.Paragraph>
      <GrantsEditor value={lines} onChange={setEdited} disabled={!editable} />
      {edited && (
        <Flex gap={8} wrap align="center" style={{ marginTop: 12 }}>
          <Button type="primary" disabled={wrong !== undefined} loading={changing.isPending} onClick={save}>
            {t('saveGrants')}
          </Button>
          <Button onClick={() => setEdited(undefined)}>{t('undo')}</Button>
          {wrong && <Typography.Text type="danger">{t(wrong)}</Typography.Text>}
        </Flex>
      )}
      <ProblemAlert error={changing.error} />
    </Card>
  );
}
