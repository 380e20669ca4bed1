import { Card, Empty, Flex, Grid, Skeleton, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CursorPages } from '../lib/use-cursor-pages';
import { useShortcuts } from '../lib/use-shortcuts';
import { CursorPager } from './cursor-pager';
import { ProblemAlert } from './problem-alert';

interface DataTableProps<Row extends object> {
  readonly label: string;
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly columns: TableColumnsType<Row>;
  /** A row where the page is too narrow for columns. */
  readonly card: (row: Row) => ReactNode;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  readonly onOpen?: (row: Row) => void;
  readonly pages?: CursorPages;
  readonly next?: string;
  /** Shown when nothing matches, instead of the usual sentence. */
  readonly empty?: ReactNode;
  readonly selection?: { readonly keys: readonly string[]; readonly onChange: (keys: string[]) => void };
  readonly onSort?: (field: string | undefined, direction: 'asc' | 'desc') => void;
  /** Width below which the table scrolls sideways. */
  readonly width?: number;
}

/**
 * A list: a dense table where there is room, cards where there is not. Arrow keys, `j` and `k` move the marked row,
 * Enter opens it, `[` and `]` turn the page.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().md ?? true;
  const { rows, error, onRetry, empty, pages, next } = props;
  const marked = useMarkedRow(props);
  if (error && !rows) return <ProblemAlert error={error} onRetry={onRetry} />;
  if (!rows) return <Skeleton active paragraph={{ rows: 10 }} aria-label={t('state.loading')} />;
  return (
    <>
      {error !== undefined && error !== null && <ProblemAlert error={error} onRetry={onRetry} />}
      {rows.length === 0 ? (
        <Empty style={{ padding: 32 }} description={empty ?? t('state.empty')} />
      ) : wide ? (
        <WideRows {...props} rows={rows} marked={marked} />
      ) : (
        <NarrowRows {...props} rows={rows} />
      )}
      {pages && <CursorPager pages={pages} next={next} />}
    </>
  );
}

function useMarkedRow<Row extends object>({ rows = [], onOpen, pages, next }: DataTableProps<Row>): number {
  const [marked, setMarked] = useState(-1);
  const page = pages?.page;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page starts unmarked
  useEffect(() => setMarked(-1), [page]);
  const move = (step: number) => () =>
    setMarked((at) => Math.min(Math.max(at + step, 0), (rows?.length ?? 1) - 1));
  const open = () => {
    const row = rows?.[marked];
    if (row) onOpen?.(row);
  };
  useShortcuts({
    ArrowDown: move(1),
    j: move(1),
    ArrowUp: move(-1),
    k: move(-1),
    Enter: open,
    ']': () => next !== undefined && pages?.next(next),
    '[': () => page !== undefined && page > 1 && pages?.previous(),
  });
  useEffect(() => {
    document.querySelector('tr[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return marked;
}

interface RowsProps<Row extends object> extends DataTableProps<Row> {
  readonly rows: readonly Row[];
}

function WideRows<Row extends object>(props: RowsProps<Row> & { readonly marked: number }) {
  const { label, rows, rowKey, columns, onOpen, onSort, selection, marked, width } = props;
  return (
    <Table<Row>
      aria-label={label}
      size="small"
      bordered={false}
      dataSource={[...rows]}
      columns={columns}
      rowKey={rowKey}
      pagination={false}
      scroll={{ x: width ?? 900 }}
      showSorterTooltip={false}
      onChange={(_, __, sorter) => {
        const { field, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
        onSort?.(
          order && field !== undefined ? String(field) : undefined,
          order === 'descend' ? 'desc' : 'asc',
        );
      }}
      rowSelection={
        selection && {
          selectedRowKeys: [...selection.keys],
          onChange: (keys) => selection.onChange(keys.map(String)),
        }
      }
      onRow={(row, index) => ({
        'aria-current': index === marked ? true : undefined,
        className: index === marked ? 'marked-row' : undefined,
        style: onOpen && { cursor: 'pointer' },
        onClick: (event) => {
          if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
          onOpen?.(row);
        },
      })}
    />
  );
}

function NarrowRows<Row extends object>({ label, rows, rowKey, card, onOpen }: RowsProps<Row>) {
  return (
    <Flex component="section" aria-label={label} vertical gap={8}>
      {rows.map((row) => (
        <Card
          key={rowKey(row)}
          size="small"
          hoverable={onOpen !== undefined}
          tabIndex={onOpen ? 0 : undefined}
          onClick={() => onOpen?.(row)}
          onKeyDown={(event) => event.key === 'Enter' && onOpen?.(row)}
        >
          {card(row)}
        </Card>
      ))}
    </Flex>
  );
}
