import type { FilingKindPolicy } from '@anjuan/contracts';
import { Flex, InputNumber } from 'antd';
import { usePolicyWords } from '../../../words';
import { CodeSelect } from './code-select';

type Validity = FilingKindPolicy['validity'];

interface ValidityFormProps {
  readonly value: Validity;
  readonly onChange: (value: Validity) => void;
}

const RULES = ['open-ended', 'months', 'range'] as const;
const FIRST: Readonly<Record<Validity['rule'], Validity>> = {
  'open-ended': { rule: 'open-ended' },
  months: { rule: 'months', months: 6 },
  range: { rule: 'range', minMonths: 0, maxMonths: 12 },
};

/** How long a filing is good for. */
export function ValidityForm({ value, onChange }: ValidityFormProps) {
  const { fieldName } = usePolicyWords();
  const months = (label: string, count: number, min: number, set: (count: number) => void) => (
    <InputNumber
      aria-label={label}
      prefix={label}
      min={min}
      precision={0}
      style={{ flex: '1 1 150px' }}
      value={count}
      onChange={(next) => next !== null && set(next)}
    />
  );
  return (
    <Flex gap={8} wrap>
      <div style={{ flex: '1 1 180px' }}>
        <CodeSelect
          label={fieldName('validity')}
          codes={RULES}
          value={value.rule}
          onChange={(rule) => onChange(FIRST[rule])}
        />
      </div>
      {value.rule === 'months' &&
        months(fieldName('months'), value.months, 1, (count) => onChange({ ...value, months: count }))}
      {value.rule === 'range' && (
        <>
          {months(fieldName('minMonths'), value.minMonths, 0, (count) =>
            onChange({ ...value, minMonths: count }),
          )}
          {months(fieldName('maxMonths'), value.maxMonths, 1, (count) =>
            onChange({ ...value, maxMonths: count }),
          )}
        </>
      )}
    </Flex>
  );
}
