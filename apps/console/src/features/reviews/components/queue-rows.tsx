import { Card, Checkbox, Flex, Grid, Table, type TableColumnsType, Tag } from 'antd';
import { useEffect } from 'react';
import { DeadlineTag } from '../../../components/deadline-tag';
import type { ReviewRow } from '../api/review-row';
import { useReviewsTexts } from '../texts';
import { ApplicantCell, AssigneeCell, ChecksCell, RegionsCell, StepCell, SubjectCell } from './queue-cells';
import type { QueueSelection } from './use-queue-selection';

interface QueueRowsProps {
  readonly rows: readonly ReviewRow[];
  readonly columns: TableColumnsType<ReviewRow>;
  /** Ids of reviews that left the list meanwhile. */
  readonly gone: ReadonlySet<string>;
  readonly selection: QueueSelection;
  /** Another page is on its way. */
  readonly loading: boolean;
  readonly onOpen: (review: ReviewRow) => void;
  readonly onSort: (sort: string | undefined) => void;
}

/** The queue: a dense table where there is room, cards where there is not. */
export function QueueRows(props: QueueRowsProps) {
  const wide = Grid.useBreakpoint().md ?? true;
  const { marked } = props.selection;
  useEffect(() => {
    if (marked === undefined) return;
    document.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return wide ? <WideRows {...props} /> : <NarrowRows {...props} />;
}

const GONE = { opacity: 0.5 };

function WideRows({ rows, columns, gone, selection, loading, onOpen, onSort }: QueueRowsProps) {
  const t = useReviewsTexts();
  return (
    <Table<ReviewRow>
      aria-label={t('title')}
      size="small"
      dataSource={[...rows]}
      columns={columns}
      rowKey="reviewId"
      pagination={false}
      loading={loading}
      scroll={{ x: 1160 }}
      sticky
      showSorterTooltip={false}
      onChange={(_, __, sorter) => {
        const { field, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
        onSort(order ? `${order === 'descend' ? '-' : ''}${String(field)}` : undefined);
      }}
      rowSelection={{
        selectedRowKeys: [...selection.selected],
        onChange: (keys) => selection.select(keys.map(String)),
        getCheckboxProps: (review) => ({ 'aria-label': t('select', { name: labelOf(review) }) }),
      }}
      onRow={(review) => ({
        'aria-current': review.reviewId === selection.marked ? true : undefined,
        className: review.reviewId === selection.marked ? 'marked-row' : undefined,
        style: { cursor: 'pointer', ...(gone.has(review.reviewId) ? GONE : {}) },
        title: gone.has(review.reviewId) ? t('gone') : undefined,
        onClick: (event) => {
          if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
          selection.mark(review.reviewId);
          onOpen(review);
        },
      })}
    />
  );
}

const labelOf = ({ applicantName, filingNumber }: ReviewRow): string => applicantName ?? filingNumber ?? '';

function NarrowRows({ rows, gone, selection, loading, onOpen }: QueueRowsProps) {
  const t = useReviewsTexts();
  return (
    <Flex component="section" aria-label={t('title')} aria-busy={loading} vertical gap={8}>
      {rows.map((review) => (
        <Card
          key={review.reviewId}
          size="small"
          hoverable
          aria-current={review.reviewId === selection.marked || undefined}
          style={gone.has(review.reviewId) ? GONE : undefined}
          onClick={(event) => {
            if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
            onOpen(review);
          }}
        >
          <Flex gap={10} align="start">
            <Checkbox
              aria-label={t('select', { name: labelOf(review) })}
              checked={selection.selected.has(review.reviewId)}
              onChange={() => selection.toggle(review.reviewId)}
            />
            <Flex vertical gap={6} style={{ minWidth: 0, flex: 1 }}>
              <DeadlineTag dueOn={review.dueOn} />
              <ApplicantCell review={review} />
              <SubjectCell review={review} />
              <RegionsCell review={review} />
              <Flex gap={8} wrap align="center">
                <StepCell review={review} />
                <ChecksCell review={review} />
                <AssigneeCell review={review} />
                {gone.has(review.reviewId) && <Tag>{t('gone')}</Tag>}
              </Flex>
            </Flex>
          </Flex>
        </Card>
      ))}
    </Flex>
  );
}
