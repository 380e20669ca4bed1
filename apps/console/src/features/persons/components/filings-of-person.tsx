import { Table } from 'antd';
import { Link } from 'react-router';
import { AreaName } from '../../../components/area-name';
import { KindName } from '../../../components/kind-name';
import { FilingStatusTag } from '../../../components/status-tags';
import type { FilingOfPerson } from '../api/person';
import { usePersonsTexts } from '../texts';

interface FilingsOfPersonProps {
  readonly filings: readonly FilingOfPerson[];
  /** Whose names of the kinds are shown. */
  readonly region: string | undefined;
}

/** A person's filings, the latest first. */
export function FilingsOfPerson({ filings, region }: FilingsOfPersonProps) {
  const t = usePersonsTexts();
  return (
    <Table<FilingOfPerson>
      size="small"
      rowKey="filingId"
      pagination={false}
      scroll={{ x: 720 }}
      locale={{ emptyText: t('noFilings') }}
      dataSource={[...filings]}
      columns={[
        {
          title: t('filing.number'),
          width: 180,
          render: (_, { filingId, filingNumber }) => (
            <Link to={`/filings/${filingId}`} className="num">
              {filingNumber ?? t('notNumbered')}
            </Link>
          ),
        },
        {
          title: t('filing.kind'),
          render: (_, { kind }) => (region === undefined ? kind : <KindName region={region} kind={kind} />),
        },
        {
          title: t('filing.to'),
          width: 180,
          render: (_, { treatmentRegion }) =>
            treatmentRegion !== undefined && <AreaName code={treatmentRegion} />,
        },
        {
          title: t('filing.period'),
          width: 190,
          render: (_, { startsOn, endsOn }) =>
            startsOn !== undefined && (
              <span className="num">
                {startsOn} – {endsOn ?? t('openEnded')}
              </span>
            ),
        },
        {
          title: t('filing.status'),
          width: 150,
          render: (_, { status }) => <FilingStatusTag status={status} />,
        },
      ]}
    />
  );
}
