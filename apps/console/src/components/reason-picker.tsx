import type { Bilingual } from '@anjuan/contracts';
import { Select } from 'antd';
import { useBilingual } from '../lib/use-language';
import { useSharedTexts } from './texts';

export interface Reason {
  readonly code: string;
  readonly name: Bilingual;
}

interface ReasonPickerProps {
  readonly id?: string;
  readonly reasons: readonly Reason[];
  readonly value?: string;
  readonly onChange?: (code: string) => void;
}

/** Chooses one of the coded reasons that the policy lists. */
export function ReasonPicker({ id, reasons, value, onChange }: ReasonPickerProps) {
  const t = useSharedTexts();
  const inLanguage = useBilingual();
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      placeholder={t('reason.choose')}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      options={reasons.map(({ code, name }) => ({ value: code, label: inLanguage(name) }))}
    />
  );
}
