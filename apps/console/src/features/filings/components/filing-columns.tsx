import { Flex, type TableColumnsType, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { AreaName } from '../../../components/area-name';
import { ChannelName } from '../../../components/channel-name';
import { DeadlineTag } from '../../../components/deadline-tag';
import { KindName } from '../../../components/kind-name';
import { FilingStatusTag, UploadStatusTag } from '../../../components/status-tags';
import { useSharedTexts } from '../../../components/texts';
import { showInstant } from '../../../lib/dates';
import type { FilingLine } from '../api/find-filings';
import { useFilingsTexts } from '../texts';
import type { FilingFilters } from './use-filing-filters';

/** Name and number of a filing; a link for those who open it in another tab. */
export function FilingTitle({ filing }: { readonly filing: FilingLine }) {
  const t = useFilingsTexts();
  return (
    <div>
      <Link to={`/filings/${filing.filingId}`}>{filing.name ?? t('notNamed')}</Link>
      <div>
        <Typography.Text type="secondary" className="num" style={{ whiteSpace: 'nowrap' }}>
          {filing.filingNumber ?? t('notNumbered')}
        </Typography.Text>
      </div>
    </div>
  );
}

/** Status and what else must be known of it. */
export function FilingTags({ filing }: { readonly filing: FilingLine }) {
  const t = useSharedTexts();
  return (
    <Flex gap={4} wrap>
      <FilingStatusTag status={filing.status} />
      {filing.suspended && <Tag color="error">{t('flag.suspended')}</Tag>}
      {filing.pending !== undefined && filing.pending !== 'new' && <Tag>{t('flag.pending')}</Tag>}
      {filing.proofOpen && <Tag color="warning">{t('flag.letterOpen')}</Tag>}
      {filing.manualOnly && <Tag>{t('flag.manualOnly')}</Tag>}
      {filing.review?.escalated && <Tag color="error">{t('flag.escalated')}</Tag>}
    </Flex>
  );
}

/** First and last day of a filing. */
export function FilingPeriod({ filing }: { readonly filing: FilingLine }) {
  const t = useFilingsTexts();
  if (filing.startsOn === undefined) return null;
  return (
    <span className="num">
      <span style={{ whiteSpace: 'nowrap' }}>{filing.startsOn}</span> –{' '}
      <span style={{ whiteSpace: 'nowrap' }}>{filing.endsOn ?? t('openEnded')}</span>
    </span>
  );
}

/** Columns of the list; those with a `sorter` are sorted by the server. */
export function useFilingColumns({
  sort = 'updatedAt',
  direction = 'desc',
}: FilingFilters): TableColumnsType<FilingLine> {
  const t = useFilingsTexts();
  const orderOf = (field: string) => {
    if (sort !== field) return null;
    return direction === 'asc' ? ('ascend' as const) : ('descend' as const);
  };
  const sorted = (field: keyof FilingLine & string) => ({
    dataIndex: field,
    sorter: true,
    sortOrder: orderOf(field),
  });
  const area = (code?: string) => code !== undefined && <AreaName code={code} />;
  return [
    { title: t('column.name'), width: 190, render: (_, filing) => <FilingTitle filing={filing} /> },
    { title: t('column.status'), width: 150, render: (_, filing) => <FilingTags filing={filing} /> },
    {
      title: t('column.kind'),
      width: 160,
      render: (_, { insuredRegion, kind }) => <KindName region={insuredRegion} kind={kind} />,
    },
    { title: t('column.insuredRegion'), dataIndex: 'insuredRegion', width: 150, render: area },
    { title: t('column.treatmentRegion'), dataIndex: 'treatmentRegion', width: 150, render: area },
    {
      title: t('column.period'),
      ...sorted('startsOn'),
      width: 120,
      render: (_, filing) => <FilingPeriod filing={filing} />,
    },
    {
      title: t('column.due'),
      ...sorted('dueOn'),
      width: 130,
      render: (due?: string) => due !== undefined && <DeadlineTag dueOn={due} />,
    },
    { title: t('column.channel'), width: 80, render: (_, { channel }) => <ChannelName channel={channel} /> },
    {
      title: t('column.upload'),
      width: 100,
      render: (_, { uploadStatus }) =>
        uploadStatus !== 'nothing' && <UploadStatusTag status={uploadStatus} />,
    },
    {
      title: t('column.updated'),
      ...sorted('updatedAt'),
      width: 110,
      render: (at: string) => <span className="num">{showInstant(at)}</span>,
    },
  ];
}
