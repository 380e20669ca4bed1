import { type PolicyItems, policyItemsSchema } from '@anjuan/contracts';
import { InputNumber } from 'antd';
import { usePolicyWords } from '../../../words';
import { CodesSelect } from './code-select';
import { FieldRow } from './field-row';
import { VersionedTextForm } from './versioned-text-form';

interface LetterFormProps {
  readonly value: PolicyItems['letter'];
  readonly onChange: (value: PolicyItems['letter']) => void;
}

const SIGNATURES = policyItemsSchema.shape.letter.shape.signatures.element.options;

export function LetterForm({ value, onChange }: LetterFormProps) {
  const { unlimited } = usePolicyWords();
  return (
    <>
      <VersionedTextForm value={value} onChange={onChange} />
      <FieldRow field="signatures">
        {(id) => (
          <CodesSelect
            id={id}
            codes={SIGNATURES}
            value={value.signatures}
            onChange={(signatures) => onChange({ ...value, signatures })}
          />
        )}
      </FieldRow>
      <FieldRow field="proofWorkingDays">
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            precision={0}
            placeholder={unlimited}
            value={value.proofWorkingDays}
            onChange={(proofWorkingDays) => onChange({ ...value, proofWorkingDays })}
          />
        )}
      </FieldRow>
    </>
  );
}
