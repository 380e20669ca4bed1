import type { TableColumnsType } from 'antd';
import { ChannelName } from '../../../components/channel-name';
import { DeadlineTag } from '../../../components/deadline-tag';
import { showInstant } from '../../../lib/dates';
import type { ReviewRow } from '../api/review-row';
import { useReviewsTexts } from '../texts';
import { ApplicantCell, AssigneeCell, ChecksCell, RegionsCell, StepCell, SubjectCell } from './queue-cells';
import type { QueueFilters } from './use-queue-filters';

/** Columns of the queue; those with a `sorter` are sorted by the server. */
export function useQueueColumns({ sort }: QueueFilters): TableColumnsType<ReviewRow> {
  const t = useReviewsTexts();
  const sorted = (field: 'dueOn' | 'openedAt') => ({
    dataIndex: field,
    sorter: true,
    sortOrder: sort === field ? ('ascend' as const) : sort === `-${field}` ? ('descend' as const) : null,
  });
  return [
    {
      title: t('column.due'),
      ...sorted('dueOn'),
      width: 150,
      render: (_, { dueOn, status, decidedAt }) =>
        status === 'open' || status === 'first-passed' || status === 'supplement-requested' ? (
          <DeadlineTag dueOn={dueOn} />
        ) : (
          <span className="num">{decidedAt === null ? dueOn : showInstant(decidedAt)}</span>
        ),
    },
    { title: t('column.applicant'), width: 195, render: (_, review) => <ApplicantCell review={review} /> },
    { title: t('column.subject'), width: 132, render: (_, review) => <SubjectCell review={review} /> },
    { title: t('column.regions'), width: 172, render: (_, review) => <RegionsCell review={review} /> },
    { title: t('column.checks'), width: 112, render: (_, review) => <ChecksCell review={review} /> },
    { title: t('column.step'), width: 98, render: (_, review) => <StepCell review={review} /> },
    { title: t('column.channel'), width: 76, render: (_, { channel }) => <ChannelName channel={channel} /> },
    { title: t('column.assignee'), width: 90, render: (_, review) => <AssigneeCell review={review} /> },
    {
      title: t('column.opened'),
      ...sorted('openedAt'),
      width: 98,
      render: (at: string) => <span className="num">{showInstant(at)}</span>,
    },
  ];
}
