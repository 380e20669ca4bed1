import type { PolicyItems } from '@anjuan/contracts';
import { InputNumber } from 'antd';
import { FieldRow } from './field-row';

interface ReviewFormProps {
  readonly value: PolicyItems['review'];
  readonly onChange: (value: PolicyItems['review']) => void;
}

const FIELDS = [
  ['firstReviewWorkingDays', 1],
  ['recheckWorkingDays', 1],
  ['supplementWorkingDays', 1],
  ['remindWorkingDaysBefore', 0],
  ['sampleOneIn', 0],
] as const;

export function ReviewForm({ value, onChange }: ReviewFormProps) {
  return (
    <>
      {FIELDS.map(([field, min]) => (
        <FieldRow key={field} field={field}>
          {(id) => (
            <InputNumber
              id={id}
              min={min}
              precision={0}
              value={value[field]}
              onChange={(days) => days !== null && onChange({ ...value, [field]: days })}
            />
          )}
        </FieldRow>
      ))}
    </>
  );
}
