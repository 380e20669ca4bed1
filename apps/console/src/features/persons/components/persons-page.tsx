import { UploadOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Input, type TableColumnsType, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DataTable } from '../../../components/data-table';
import { PageHeader } from '../../../components/page-header';
import { useFieldWords } from '../../../components/use-field-words';
import { showInstant } from '../../../lib/dates';
import { useMay } from '../../../lib/session/session-context';
import { useCursorPages } from '../../../lib/use-cursor-pages';
import type { PersonLine } from '../api/person';
import { usePersons } from '../api/search-persons';
import { usePersonsTexts } from '../texts';
import { EnrolmentLines } from './enrolment-tags';
import { LookupForm } from './lookup-form';

/** The register of insured persons. */
export function PersonsPage() {
  const t = usePersonsTexts();
  const navigate = useNavigate();
  const mayImport = useMay('person:import');
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          mayImport && (
            <Button icon={<UploadOutlined />} onClick={() => void navigate('/persons/import')}>
              {t('import')}
            </Button>
          )
        }
      />
      <Flex vertical gap={12}>
        <LookupForm />
        <SearchCard />
      </Flex>
    </>
  );
}

function SearchCard() {
  const t = usePersonsTexts();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const pages = useCursorPages(search);
  const { data, error, refetch } = usePersons(search, pages.cursor);
  const columns = useColumns();
  return (
    <Card size="small" title={t('search.title')}>
      <Input.Search
        aria-label={t('search.title')}
        placeholder={t('search.placeholder')}
        enterButton={t('search.act')}
        maxLength={50}
        allowClear
        onSearch={(typed) => setSearch(typed.trim())}
        style={{ maxWidth: 480, marginBottom: 12 }}
      />
      {search.length >= 2 && (
        <DataTable<PersonLine>
          label={t('title')}
          rows={data?.rows}
          rowKey={({ personId }) => personId}
          columns={columns}
          card={(person) => <PersonCard person={person} />}
          error={error}
          onRetry={() => void refetch()}
          onOpen={({ personId }) => void navigate(`/persons/${personId}`)}
          pages={pages}
          next={data?.next}
          empty={t('search.empty')}
          width={760}
        />
      )}
    </Card>
  );
}

function useColumns(): TableColumnsType<PersonLine> {
  const t = usePersonsTexts();
  const { show } = useFieldWords();
  return [
    { title: t('column.name'), dataIndex: 'name', width: 180 },
    {
      title: t('column.idNumber'),
      width: 220,
      render: (_, { idType, idNumber }) => (
        <>
          {show('applicant.idType', idType)} <span className="num">{idNumber}</span>
        </>
      ),
    },
    {
      title: t('column.enrolments'),
      render: (_, { enrolments }) => <EnrolmentLines enrolments={enrolments} />,
    },
    { title: t('column.importedAt'), dataIndex: 'importedAt', width: 150, render: showInstant },
  ];
}

function PersonCard({ person: { name, idNumber, enrolments } }: { readonly person: PersonLine }) {
  return (
    <Flex vertical gap={4}>
      <strong style={{ overflowWrap: 'anywhere' }}>{name}</strong>
      <Typography.Text type="secondary" className="num">
        {idNumber}
      </Typography.Text>
      <EnrolmentLines enrolments={enrolments} />
    </Flex>
  );
}
