import type { PolicyItems } from '@anjuan/contracts';
import { Switch } from 'antd';
import { FieldRow } from './field-row';

interface OverlapFormProps {
  readonly value: PolicyItems['overlap'];
  readonly onChange: (value: PolicyItems['overlap']) => void;
}

const FIELDS = ['newLongTermEndsOld', 'temporaryBesideLongTerm'] as const;

export function OverlapForm({ value, onChange }: OverlapFormProps) {
  return (
    <>
      {FIELDS.map((field) => (
        <FieldRow key={field} field={field}>
          {(id) => (
            <Switch id={id} checked={value[field]} onChange={(on) => onChange({ ...value, [field]: on })} />
          )}
        </FieldRow>
      ))}
    </>
  );
}
