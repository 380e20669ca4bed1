import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { AreaName } from '../../../components/area-name';
import { DataTable } from '../../../components/data-table';
import { DeadlineTag } from '../../../components/deadline-tag';
import { KindName } from '../../../components/kind-name';
import { PageHeader } from '../../../components/page-header';
import { ShortcutSheet } from '../../../components/shortcut-sheet';
import { useMay } from '../../../lib/session/session-context';
import { useCursorPages } from '../../../lib/use-cursor-pages';
import { useShortcuts } from '../../../lib/use-shortcuts';
import type { FilingLine } from '../api/find-filings';
import { useFilings } from '../api/find-filings';
import { useFilingsTexts } from '../texts';
import { FilingPeriod, FilingTags, FilingTitle, useFilingColumns } from './filing-columns';
import { FilingFilterBar } from './filing-filter-bar';
import { useFilingFilters } from './use-filing-filters';

/** The filings one may see: filtered by the address, searched by name, number or ID number. */
export function FilingsList() {
  const t = useFilingsTexts();
  const navigate = useNavigate();
  const mayRegister = useMay('filing:register');
  const { filters, change, clear } = useFilingFilters();
  const [search, setSearch] = useState('');
  const pages = useCursorPages(JSON.stringify([filters, search]));
  const { data, error, refetch } = useFilings({ filters, search, cursor: pages.cursor });
  const columns = useFilingColumns(filters);
  useShortcuts({ n: () => void navigate('/filings/new') }, mayRegister);
  return (
    <>
      <PageHeader
        title={t('title')}
        about={data && t('total', { count: data.total })}
        actions={
          <>
            {mayRegister && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/filings/new')}>
                {t('newFiling')}
              </Button>
            )}
            <Keys />
          </>
        }
      />
      <FilingFilterBar
        filters={filters}
        onChange={change}
        onClear={clear}
        search={search}
        onSearch={setSearch}
      />
      <DataTable<FilingLine>
        label={t('title')}
        rows={data?.rows}
        rowKey={({ filingId }) => filingId}
        columns={columns}
        card={(filing) => <FilingCard filing={filing} />}
        error={error}
        onRetry={() => void refetch()}
        onOpen={({ filingId }) => void navigate(`/filings/${filingId}`)}
        onSort={(field, direction) => change({ sort: field, direction: field && direction })}
        pages={pages}
        next={data?.next}
        empty={t('empty')}
        width={1180}
      />
    </>
  );
}

function FilingCard({ filing }: { readonly filing: FilingLine }) {
  return (
    <Flex vertical gap={6}>
      <Flex justify="space-between" align="start" gap={8} wrap>
        <FilingTitle filing={filing} />
        <FilingTags filing={filing} />
      </Flex>
      <KindName region={filing.insuredRegion} kind={filing.kind} />
      <span>
        <AreaName code={filing.insuredRegion} />
        {filing.treatmentRegion !== undefined && (
          <>
            {' → '}
            <AreaName code={filing.treatmentRegion} />
          </>
        )}
      </span>
      <FilingPeriod filing={filing} />
      {filing.dueOn !== undefined && (
        <div>
          <DeadlineTag dueOn={filing.dueOn} />
        </div>
      )}
    </Flex>
  );
}

function Keys() {
  const t = useFilingsTexts();
  return (
    <ShortcutSheet
      shortcuts={[
        { keys: ['↑ ↓', 'j k'], does: t('key.move') },
        { keys: ['Enter'], does: t('key.open') },
        { keys: ['[ ]'], does: t('key.page') },
        { keys: ['/'], does: t('key.search') },
        { keys: ['n'], does: t('key.new') },
      ]}
    />
  );
}
