import { SyncOutlined } from '@ant-design/icons';
import { Alert, Button, Empty, Flex, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CursorPager } from '../../../components/cursor-pager';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { useMay } from '../../../lib/session/session-context';
import { useCursorPages } from '../../../lib/use-cursor-pages';
import { useReviews } from '../api/find-reviews';
import type { ReviewRow } from '../api/review-row';
import { useReviewsTexts } from '../texts';
import { BatchBar } from './batch-bar';
import { useQueueColumns } from './queue-columns';
import { QueueFilterBar } from './queue-filter-bar';
import { QueueKeys } from './queue-keys';
import { QueueRows } from './queue-rows';
import { QueueTabs } from './queue-tabs';
import { useClaiming } from './use-claiming';
import { apiFilters, useQueueFilters, useSoon } from './use-queue-filters';
import { useQueueKeys } from './use-queue-keys';
import { useQueueSelection } from './use-queue-selection';
import { useSteadyRows } from './use-steady-rows';

/** The reviewer's desk. */
export function ReviewQueue() {
  const t = useReviewsTexts();
  const { t: shell } = useTranslation();
  const navigate = useNavigate();
  const mayWork = useMay('review:work');
  const { tab, filters, change, clear } = useQueueFilters();
  const [search, setSearch] = useState('');
  const asked = apiFilters(tab, filters, useSoon());
  const pages = useCursorPages(JSON.stringify([asked, search]));
  const { data, error, refetch, isPlaceholderData } = useReviews({
    filters: asked,
    search,
    cursor: pages.cursor,
  });
  const question = JSON.stringify([asked, search, pages.cursor]);
  const steady = useSteadyRows(
    question,
    isPlaceholderData ? undefined : data?.rows,
    ({ reviewId }) => reviewId,
  );
  const rows = steady.rows ?? [];
  const selection = useQueueSelection(rows);
  const columns = useQueueColumns(filters);
  const { claim, release, busy } = useClaiming();
  const marked = rows.find(({ reviewId }) => reviewId === selection.marked);
  const open = ({ filingId }: ReviewRow) => void navigate(`/filings/${filingId}`);
  useQueueKeys({
    selection,
    marked,
    pages,
    next: data?.next,
    onOpen: open,
    onTab: (next) => change({ tab: next }),
    onRefresh: steady.accept,
    claiming: mayWork && !busy ? { claim, release } : undefined,
  });
  return (
    <>
      <PageHeader title={t('title')} actions={<QueueKeys />} />
      <QueueTabs tab={tab} onChange={(next) => change({ tab: next })} />
      <QueueFilterBar filters={filters} onChange={change} onClear={clear} onSearch={setSearch} />
      <BatchBar
        selected={rows.filter(({ reviewId }) => selection.selected.has(reviewId))}
        onClear={() => selection.select([])}
      />
      <ListChanged arrived={steady.arrived} gone={steady.gone.size} onAccept={steady.accept} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!steady.rows && !error && (
        <Skeleton active paragraph={{ rows: 10 }} aria-label={shell('state.loading')} />
      )}
      {steady.rows?.length === 0 && (
        <Empty style={{ padding: 32 }} description={t(search === '' ? `empty.${tab}` : 'empty.search')} />
      )}
      {rows.length > 0 && (
        <QueueRows
          rows={rows}
          columns={columns}
          gone={steady.gone}
          selection={selection}
          loading={isPlaceholderData}
          onOpen={open}
          onSort={(sort) => change({ sort })}
        />
      )}
      {data && (
        <Typography.Text type="secondary" className="num">
          {t('total', { total: data.total })}
        </Typography.Text>
      )}
      <CursorPager pages={pages} next={data?.next} />
    </>
  );
}

interface ListChangedProps {
  readonly arrived: number;
  readonly gone: number;
  readonly onAccept: () => void;
}

/** The list is other than what is shown; nothing moves until the person says so. */
function ListChanged({ arrived, gone, onAccept }: ListChangedProps) {
  const t = useReviewsTexts();
  if (arrived + gone === 0) return null;
  return (
    <Alert
      type="info"
      role="status"
      style={{ marginBottom: 8 }}
      title={
        <Flex gap={8} wrap align="center">
          {t('changed', { arrived, gone })}
          <Button size="small" icon={<SyncOutlined />} onClick={onAccept}>
            {t('refresh')}
          </Button>
        </Flex>
      }
    />
  );
}
