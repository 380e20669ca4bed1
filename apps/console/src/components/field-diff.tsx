import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useSharedTexts } from './texts';

export interface FieldChange {
  readonly field: string;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

interface FieldDiffProps {
  readonly changes: readonly FieldChange[];
  /** Headings of the two sides, where they are not simply before and after. */
  readonly titles?: { readonly before: string; readonly after: string };
}

/** What differs, field by field. */
export function FieldDiff({ changes, titles }: FieldDiffProps) {
  const t = useSharedTexts();
  const show = (text: ReactNode) => (
    <span style={{ overflowWrap: 'anywhere' }}>
      {text === undefined || text === '' ? t('diff.empty') : text}
    </span>
  );
  return (
    <Table<FieldChange>
      size="small"
      pagination={false}
      rowKey="field"
      dataSource={[...changes]}
      columns={[
        { title: t('diff.field'), dataIndex: 'field', width: '26%' },
        { title: titles?.before ?? t('diff.before'), dataIndex: 'before', render: show },
        { title: titles?.after ?? t('diff.after'), dataIndex: 'after', render: show },
      ]}
    />
  );
}
