import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Progress, Spin, Typography, Upload } from 'antd';
import { useState } from 'react';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { useImportPersons, useImportProgress } from '../api/import-persons';
import type { ImportReport } from '../api/person';
import { usePersonsTexts } from '../texts';
import { ImportReportView } from './import-report-view';

/** Imports enrolments: the file is checked first and written when the person has seen what it does. */
export function ImportPage() {
  const t = usePersonsTexts();
  const [file, setFile] = useState<File>();
  const checking = useImportPersons();
  const writing = useImportPersons();
  const check = (chosen: File) => {
    setFile(chosen);
    writing.reset();
    checking.mutate({ file: chosen, dryRun: true });
  };
  const restart = () => {
    setFile(undefined);
    checking.reset();
    writing.reset();
  };
  const report = writing.data ?? checking.data;
  return (
    <>
      <PageHeader title={t('import')} about={t('importing.hint')} />
      <Card size="small">
        <Flex vertical gap={12}>
          {!file && <FileDrop onFile={check} />}
          {checking.isPending && <Spin description={t('importing.checking')} />}
          <ProblemAlert error={checking.error} onRetry={file && (() => check(file))} />
          {writing.isPending && <Writing fileDigest={checking.data?.fileDigest} />}
          <ProblemAlert error={writing.error} />
          {writing.data && <Done report={writing.data} />}
          {file && report && !writing.isPending && <ImportReportView report={report} fileName={file.name} />}
          {file && !writing.isPending && (
            <Flex gap={8} wrap align="center">
              {checking.data && !writing.data && (
                <Commit report={checking.data} onCommit={() => writing.mutate({ file, dryRun: false })} />
              )}
              <Button onClick={restart}>{t('importing.another')}</Button>
            </Flex>
          )}
        </Flex>
      </Card>
    </>
  );
}

function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = usePersonsTexts();
  return (
    <Upload.Dragger
      accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      showUploadList={false}
      aria-label={t('importing.choose')}
      customRequest={({ file }) => {
        if (file instanceof File) onFile(file);
      }}
    >
      <InboxOutlined style={{ fontSize: 28 }} />
      <p>{t('importing.choose')}</p>
    </Upload.Dragger>
  );
}

function Commit({ report, onCommit }: { readonly report: ImportReport; readonly onCommit: () => void }) {
  const t = usePersonsTexts();
  const count = report.persons.new + report.persons.changed;
  if (count === 0) return <Typography.Text type="secondary">{t('importing.nothing')}</Typography.Text>;
  return (
    <>
      <Button type="primary" onClick={onCommit}>
        {t('importing.commit', { count })}
      </Button>
      {report.rowsInError > 0 && (
        <Typography.Text type="secondary">{t('importing.commitNote')}</Typography.Text>
      )}
    </>
  );
}

function Writing({ fileDigest }: { readonly fileDigest: string | undefined }) {
  const t = usePersonsTexts();
  const { data } = useImportProgress(fileDigest);
  const { done = 0, total = 0 } = data ?? {};
  return (
    <div role="status">
      {t('importing.writing')} {total > 0 && t('importing.progress', { done, total })}
      <Progress percent={total === 0 ? 0 : Math.floor((done / total) * 100)} status="active" />
    </div>
  );
}

function Done({ report: { persons, rowsInError } }: { readonly report: ImportReport }) {
  const t = usePersonsTexts();
  const { new: fresh, changed, unchanged } = persons;
  return (
    <Alert
      type={rowsInError > 0 ? 'warning' : 'success'}
      showIcon
      title={t('importing.done', { fresh, changed, unchanged })}
      description={rowsInError > 0 && t('importing.doneErrors', { count: rowsInError })}
    />
  );
}
