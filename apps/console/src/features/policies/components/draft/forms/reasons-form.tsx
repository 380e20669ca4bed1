import type { PolicyItems } from '@anjuan/contracts';
import { Flex, Input } from 'antd';
import { usePolicyWords } from '../../../words';
import { BilingualInput } from './bilingual-input';
import { ListRows } from './list-rows';

type Reason = PolicyItems['rejectReasons'][number];

interface ReasonsFormProps {
  readonly value: readonly Reason[];
  readonly onChange: (value: Reason[]) => void;
}

const CODE = /^[A-Z][A-Z0-9_]*$/;

/** A list of coded reasons in the order shown. */
export function ReasonsForm({ value, onChange }: ReasonsFormProps) {
  const { fieldName } = usePolicyWords();
  return (
    <ListRows<Reason>
      values={value}
      onChange={onChange}
      fresh={() => ({ code: '', name: { zh: '', en: '' } })}
      row={(reason, change) => (
        <Flex gap={8} wrap align="start">
          <Input
            aria-label={fieldName('code')}
            placeholder={fieldName('code')}
            style={{ flex: '1 1 160px' }}
            value={reason.code}
            status={CODE.test(reason.code) ? undefined : 'error'}
            onChange={({ target }) => change({ ...reason, code: target.value.toUpperCase() })}
          />
          <BilingualInput value={reason.name} onChange={(name) => change({ ...reason, name })} />
        </Flex>
      )}
    />
  );
}
