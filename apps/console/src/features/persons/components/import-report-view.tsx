import { Flex, Statistic, Table, Typography } from 'antd';
import { useBilingual } from '../../../lib/use-language';
import type { ImportProblem, ImportReport } from '../api/person';
import { usePersonsTexts } from '../texts';

interface ImportReportViewProps {
  readonly report: ImportReport;
  readonly fileName: string;
}

/** What a file does to the register, and what is wrong with its rows. */
export function ImportReportView({ report, fileName }: ImportReportViewProps) {
  const t = usePersonsTexts();
  const inLanguage = useBilingual();
  const { rows, persons, rowsInError, problems, moreProblems, ignoredColumns } = report;
  return (
    <Flex vertical gap={12}>
      <Typography.Text strong style={{ overflowWrap: 'anywhere' }}>
        {t('importing.checked', { file: fileName })} · {t('importing.rows', { rows })}
      </Typography.Text>
      <Flex gap={32} wrap>
        <Statistic title={t('importing.new')} value={persons.new} />
        <Statistic title={t('importing.changed')} value={persons.changed} />
        <Statistic title={t('importing.unchanged')} value={persons.unchanged} />
        <Statistic
          title={t('importing.inError')}
          value={rowsInError}
          styles={rowsInError > 0 ? { content: { color: '#a8261b' } } : undefined}
        />
      </Flex>
      {ignoredColumns.length > 0 && (
        <Typography.Text type="secondary">
          {t('importing.ignored', { columns: ignoredColumns.join(' / ') })}
        </Typography.Text>
      )}
      {problems.length > 0 && (
        <Table<ImportProblem>
          size="small"
          rowKey={({ line, column, code }) => `${line} ${column} ${code}`}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={[...problems]}
          columns={[
            { title: t('importing.line'), dataIndex: 'line', width: 70, className: 'num' },
            { title: t('importing.column'), dataIndex: 'column', width: 140 },
            { title: t('importing.problem'), render: (_, { reason }) => inLanguage(reason) },
          ]}
        />
      )}
      {moreProblems > 0 && (
        <Typography.Text type="secondary">{t('importing.more', { count: moreProblems })}</Typography.Text>
      )}
    </Flex>
  );
}
