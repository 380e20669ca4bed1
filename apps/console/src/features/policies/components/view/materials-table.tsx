import type { Material } from '@anjuan/contracts';
import { Table } from 'antd';
import { useBilingual } from '../../../../lib/use-language';
import { usePolicyWords } from '../../words';

/** What an applicant hands in. */
export function MaterialsTable({ materials }: { readonly materials: readonly Material[] }) {
  const { fieldName, yesNo, nothing } = usePolicyWords();
  const inLanguage = useBilingual();
  return (
    <Table<Material>
      size="small"
      rowKey="code"
      pagination={false}
      scroll={{ x: 720 }}
      style={{ marginBottom: 12 }}
      locale={{ emptyText: nothing }}
      dataSource={[...materials]}
      columns={[
        { title: fieldName('materials'), width: 180, render: (_, { name }) => inLanguage(name) },
        {
          title: fieldName('alternatives'),
          render: (_, { alternatives }) => alternatives.map(inLanguage).join(' / '),
        },
        { title: fieldName('required'), width: 70, render: (_, { required }) => yesNo(required) },
        {
          title: fieldName('letterMayReplace'),
          width: 110,
          render: (_, { letterMayReplace }) => yesNo(letterMayReplace),
        },
        {
          title: fieldName('onlyForAgent'),
          width: 120,
          render: (_, { onlyForAgent }) => yesNo(onlyForAgent),
        },
      ]}
    />
  );
}
