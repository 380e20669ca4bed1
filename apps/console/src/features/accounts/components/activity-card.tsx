import { Card, Flex, Tabs, Typography } from 'antd';
import { DataTable } from '../../../components/data-table';
import { useEventName } from '../../../components/event-names';
import { SubjectLink } from '../../../components/subject-link';
import { showInstant } from '../../../lib/dates';
import { useCursorPages } from '../../../lib/use-cursor-pages';
import { type Deed, type Look, useActivity } from '../api/get-activity';
import { useAccountsTexts } from '../texts';

/** What an account did and what it looked at. */
export function ActivityCard({ accountId }: { readonly accountId: string }) {
  const t = useAccountsTexts();
  return (
    <Card size="small" title={t('activity')}>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'did', label: t('did'), children: <Deeds accountId={accountId} /> },
          { key: 'looked', label: t('looked'), children: <Looks accountId={accountId} /> },
        ]}
      />
    </Card>
  );
}

function Deeds({ accountId }: { readonly accountId: string }) {
  const t = useAccountsTexts();
  const eventName = useEventName();
  const pages = useCursorPages(accountId);
  const { data, error, refetch } = useActivity(accountId, pages.cursor, undefined);
  return (
    <DataTable<Deed>
      label={t('did')}
      rows={data?.events.rows}
      rowKey={({ stream, revision }) => `${stream}@${revision}`}
      columns={[
        { title: t('at'), dataIndex: 'at', width: 150, render: showInstant },
        { title: t('event'), width: 200, render: (_, { type }) => eventName(type) },
        { title: t('subject'), render: (_, { stream }) => <SubjectLink subject={stream} /> },
      ]}
      card={({ at, type, stream }) => <Entry at={at} what={eventName(type)} subject={stream} />}
      error={error}
      onRetry={() => void refetch()}
      pages={pages}
      next={data?.events.next}
      empty={t('nothingDone')}
      width={600}
    />
  );
}

function Looks({ accountId }: { readonly accountId: string }) {
  const t = useAccountsTexts();
  const pages = useCursorPages(accountId);
  const { data, error, refetch } = useActivity(accountId, undefined, pages.cursor);
  return (
    <DataTable<Look>
      label={t('looked')}
      rows={data?.access.rows}
      rowKey={({ at, subject, action }) => `${at} ${action} ${subject}`}
      columns={[
        { title: t('at'), dataIndex: 'at', width: 150, render: showInstant },
        { title: t('action'), width: 100, render: (_, { action }) => t(`act.${action}`) },
        { title: t('subject'), render: (_, { subject }) => <SubjectLink subject={subject} /> },
      ]}
      card={({ at, action, subject }) => <Entry at={at} what={t(`act.${action}`)} subject={subject} />}
      error={error}
      onRetry={() => void refetch()}
      pages={pages}
      next={data?.access.next}
      empty={t('nothingSeen')}
      width={600}
    />
  );
}

function Entry({
  at,
  what,
  subject,
}: {
  readonly at: string;
  readonly what: string;
  readonly subject: string;
}) {
  return (
    <Flex vertical gap={2}>
      <strong>{what}</strong>
      <SubjectLink subject={subject} />
      <Typography.Text type="secondary" className="num">
        {showInstant(at)}
      </Typography.Text>
    </Flex>
  );
}
