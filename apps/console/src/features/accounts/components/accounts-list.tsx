import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select, type TableColumnsType, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { DataTable } from '../../../components/data-table';
import { Labelled } from '../../../components/labelled';
import { PageHeader } from '../../../components/page-header';
import { showInstant } from '../../../lib/dates';
import { useMay } from '../../../lib/session/session-context';
import { useCursorPages } from '../../../lib/use-cursor-pages';
import type { AccountRow } from '../api/account';
import { useAccounts } from '../api/find-accounts';
import { useAccountsTexts } from '../texts';
import { AccountTags } from './account-tags';
import { CreateAccountModal } from './create-account-modal';
import { GrantTags } from './grant-tags';
import { SecretModal } from './secret-modal';

const FILTERS = { status: ['active', 'disabled'], kind: ['person', 'machine'] } as const;

type Options = { value: string; label: string }[];

/** The accounts of one's areas. */
export function AccountsList() {
  const t = useAccountsTexts();
  const navigate = useNavigate();
  const mayManage = useMay('account:manage');
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const filters = { status: params.get('status') ?? undefined, kind: params.get('kind') ?? undefined };
  const pages = useCursorPages(JSON.stringify([filters, search]));
  const { data, error, refetch } = useAccounts(filters, search, pages.cursor);
  const columns = useColumns();
  const set = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === undefined) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const kinds: Options = FILTERS.kind.map((value) => ({ value, label: t(`kind.${value}`) }));
  const statuses: Options = FILTERS.status.map((value) => ({ value, label: t(`status.${value}`) }));
  return (
    <>
      <PageHeader title={t('title')} actions={mayManage && <Creating />} />
      <Flex component="search" gap={8} wrap align="end" style={{ marginBottom: 12 }}>
        <Input.Search
          aria-label={t('search')}
          placeholder={t('search')}
          allowClear
          maxLength={100}
          onSearch={(text) => setSearch(text.trim())}
          style={{ flex: '1 1 240px', maxWidth: 360 }}
        />
        {(
          [
            ['kind', t('column.kind'), kinds],
            ['status', t('column.status'), statuses],
          ] as const
        ).map(([name, label, options]) => (
          <Labelled key={name} label={label}>
            <Select
              aria-label={label}
              style={{ width: '100%' }}
              allowClear
              placeholder={t('all')}
              value={filters[name]}
              onChange={(value?: string) => set(name, value)}
              options={options}
            />
          </Labelled>
        ))}
      </Flex>
      <DataTable<AccountRow>
        label={t('title')}
        rows={data?.rows}
        rowKey={({ accountId }) => accountId}
        columns={columns}
        card={(account) => <AccountCard account={account} />}
        error={error}
        onRetry={() => void refetch()}
        onOpen={({ accountId }) => void navigate(`/accounts/${accountId}`)}
        pages={pages}
        next={data?.next}
        empty={t('empty')}
        width={860}
      />
      {data && <Typography.Text type="secondary">{t('total', { total: data.total })}</Typography.Text>}
    </>
  );
}

function useColumns(): TableColumnsType<AccountRow> {
  const t = useAccountsTexts();
  return [
    { title: t('column.username'), dataIndex: 'username', width: 170 },
    { title: t('column.displayName'), dataIndex: 'displayName', width: 170 },
    { title: t('column.kind'), width: 80, render: (_, { kind }) => t(`kind.${kind}`) },
    { title: t('column.grants'), render: (_, { grants }) => <GrantTags grants={grants} /> },
    { title: t('column.status'), width: 150, render: (_, account) => <AccountTags account={account} /> },
    {
      title: t('column.lastSignIn'),
      width: 150,
      render: (_, { lastSignInAt }) => (lastSignInAt === null ? t('never') : showInstant(lastSignInAt)),
    },
  ];
}

function AccountCard({ account }: { readonly account: AccountRow }) {
  return (
    <Flex vertical gap={6}>
      <Flex justify="space-between" gap={8} wrap>
        <strong style={{ overflowWrap: 'anywhere' }}>{account.displayName}</strong>
        <AccountTags account={account} />
      </Flex>
      <Typography.Text type="secondary">{account.username}</Typography.Text>
      <GrantTags grants={account.grants} />
    </Flex>
  );
}

/** The button, the form, and the temporary password afterwards. */
function Creating() {
  const t = useAccountsTexts();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [created, setCreated] = useState<{ accountId: string; password: string }>();
  const show = (accountId: string) => void navigate(`/accounts/${accountId}`);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
      <CreateAccountModal
        open={open}
        onClose={() => setOpen(false)}
        onCreated={(accountId, password) => {
          setOpen(false);
          if (password === undefined) show(accountId);
          else setCreated({ accountId, password });
        }}
      />
      <SecretModal
        secret={created?.password}
        title={t('password')}
        about={t('passwordAbout')}
        onClose={() => created && show(created.accountId)}
      />
    </>
  );
}
