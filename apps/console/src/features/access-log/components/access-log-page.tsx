import { Button, Flex, type TableColumnsType, Tag, Typography } from 'antd';
import { AccountName } from '../../../components/account-name';
import { AreaName } from '../../../components/area-name';
import { DataTable } from '../../../components/data-table';
import { PageHeader } from '../../../components/page-header';
import { SubjectLink } from '../../../components/subject-link';
import { showInstant } from '../../../lib/dates';
import { useCursorPages } from '../../../lib/use-cursor-pages';
import { type AccessFilters, type AccessRow, useAccessLog } from '../api/find-access';
import { useAccessLogTexts } from '../texts';
import { AccessFilterBar } from './access-filter-bar';
import { useAccessFilters } from './use-access-filters';

/** Who looked at what. */
export function AccessLogPage() {
  const t = useAccessLogTexts();
  const { filters, change, clear } = useAccessFilters();
  const pages = useCursorPages(JSON.stringify(filters));
  const { data, error, refetch } = useAccessLog(filters, pages.cursor);
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} />
      <AccessFilterBar filters={filters} onChange={change} onClear={clear} />
      <DataTable<AccessRow>
        label={t('title')}
        rows={data?.rows}
        rowKey={({ at, accountId, action, subject }) => `${at} ${accountId} ${action} ${subject}`}
        columns={useColumns(change)}
        card={(entry) => <AccessCard entry={entry} />}
        error={error}
        onRetry={() => void refetch()}
        pages={pages}
        next={data?.next}
        empty={t('empty')}
        width={1000}
      />
    </>
  );
}

function useColumns(change: (changes: AccessFilters) => void): TableColumnsType<AccessRow> {
  const t = useAccessLogTexts();
  return [
    {
      title: t('column.at'),
      width: 150,
      render: (_, { at }) => <span className="num">{showInstant(at)}</span>,
    },
    {
      title: t('column.who'),
      width: 160,
      render: (_, { accountId }) => (
        <Button type="link" size="small" title={t('only')} onClick={() => change({ accountId })}>
          <AccountName id={accountId} />
        </Button>
      ),
    },
    { title: t('column.action'), width: 90, render: (_, { action }) => <Tag>{t(`act.${action}`)}</Tag> },
    {
      title: t('column.subject'),
      render: (_, { subject }) => (
        <>
          <SubjectLink subject={subject} />{' '}
          <Button type="link" size="small" onClick={() => change({ subject })}>
            {t('onlySubject')}
          </Button>
        </>
      ),
    },
    {
      title: t('column.area'),
      width: 180,
      render: (_, { area }) => area !== null && <AreaName code={area} />,
    },
    { title: t('column.text'), dataIndex: 'text', width: 140 },
    { title: t('column.purpose'), dataIndex: 'purpose', width: 110 },
  ];
}

function AccessCard({
  entry: { at, accountId, action, subject, area, text },
}: {
  readonly entry: AccessRow;
}) {
  const t = useAccessLogTexts();
  return (
    <Flex vertical gap={4}>
      <Flex justify="space-between" gap={8} wrap>
        <AccountName id={accountId} />
        <Tag>{t(`act.${action}`)}</Tag>
      </Flex>
      <SubjectLink subject={subject} />
      {text !== null && (
        <span>
          {t('column.text')}: {text}
        </span>
      )}
      {area !== null && <AreaName code={area} />}
      <Typography.Text type="secondary" className="num">
        {showInstant(at)}
      </Typography.Text>
    </Flex>
  );
}
