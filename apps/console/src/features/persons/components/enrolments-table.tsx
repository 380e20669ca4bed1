import type { Enrolment } from '@anjuan/filing-intake-domain';
import { Table } from 'antd';
import { AreaName } from '../../../components/area-name';
import { useFieldWords } from '../../../components/use-field-words';
import { usePersonsTexts } from '../texts';
import { EnrolmentStatus } from './enrolment-tags';

/** The enrolments as imported. */
export function EnrolmentsTable({ enrolments }: { readonly enrolments: readonly Enrolment[] }) {
  const t = usePersonsTexts();
  const { show } = useFieldWords();
  return (
    <Table<Enrolment>
      size="small"
      rowKey={({ insuredRegion, insuranceType }) => `${insuredRegion} ${insuranceType}`}
      pagination={false}
      scroll={{ x: 720 }}
      locale={{ emptyText: t('enrolment.none') }}
      dataSource={[...enrolments]}
      columns={[
        {
          title: t('enrolment.region'),
          width: 200,
          render: (_, { insuredRegion }) => <AreaName code={insuredRegion} />,
        },
        {
          title: t('enrolment.type'),
          width: 180,
          render: (_, { insuranceType }) => show('insuranceType', insuranceType),
        },
        {
          title: t('enrolment.status'),
          width: 90,
          render: (_, { status }) => <EnrolmentStatus status={status} />,
        },
        {
          title: t('enrolment.period'),
          width: 190,
          render: (_, { from, to }) => (
            <span className="num">
              {from ?? ''} – {to ?? ''}
            </span>
          ),
        },
        { title: t('enrolment.personType'), dataIndex: 'personType', width: 100 },
        { title: t('enrolment.employer'), dataIndex: 'employer' },
      ]}
    />
  );
}
