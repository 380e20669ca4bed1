import { Alert, Card, Descriptions, Flex, Skeleton, Tag, Typography } from 'antd';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { useFieldWords } from '../../../components/use-field-words';
import { showInstant } from '../../../lib/dates';
import { useMay } from '../../../lib/session/session-context';
import { usePerson } from '../api/get-person';
import type { PersonView } from '../api/person';
import { usePersonsTexts } from '../texts';
import { EnrolmentsTable } from './enrolments-table';
import { ErasePerson } from './erase-person';
import { FilingsOfPerson } from './filings-of-person';

const FIELDS = ['idType', 'idNumber', 'sex', 'birthDate', 'phone'] as const;

/** One person with enrolments and filings. */
export function PersonPage({ personId }: { readonly personId: string }) {
  const { data, error, refetch } = usePerson(personId);
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  return <Shown view={data} />;
}

function Shown({ view }: { readonly view: PersonView }) {
  const t = usePersonsTexts();
  const { label, show } = useFieldWords();
  const mayErase = useMay('person:erase');
  const { person, enrolments, filings, erased, importedAt } = view;
  return (
    <>
      <PageHeader
        title={person.name}
        tags={erased && <Tag color="error">{t('erased')}</Tag>}
        about={`${t('column.importedAt')} ${showInstant(importedAt)}`}
        actions={mayErase && !erased && <ErasePerson view={view} />}
      />
      <Flex vertical gap={12}>
        {erased && <Alert type="warning" showIcon title={t('erased')} />}
        {!erased && (
          <Card size="small" title={t('details')}>
            <Descriptions
              size="small"
              column={{ xs: 1, md: 3 }}
              items={FIELDS.filter((field) => person[field] !== undefined).map((field) => ({
                key: field,
                label: label(`applicant.${field}`),
                children: show(`applicant.${field}`, person[field]),
              }))}
            />
          </Card>
        )}
        <Card size="small" title={t('enrolments')}>
          <EnrolmentsTable enrolments={enrolments} />
        </Card>
        <Card size="small" title={t('filings')}>
          <FilingsOfPerson filings={filings} region={enrolments[0]?.insuredRegion} />
        </Card>
        {!mayErase && !erased && (
          <Typography.Text type="secondary">
            {t('erase.byOther')} <Typography.Text copyable>{view.personId}</Typography.Text>
          </Typography.Text>
        )}
      </Flex>
    </>
  );
}
