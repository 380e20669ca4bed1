import type { FilingKindPolicy } from '@anjuan/contracts';
import { Select, Typography } from 'antd';
import { useBilingual } from '../../../../../lib/use-language';
import { usePoliciesTexts } from '../../../texts';
import { ListRows } from './list-rows';

interface OfferedKindsFormProps {
  readonly value: readonly string[];
  readonly kinds: Readonly<Record<string, FilingKindPolicy>>;
  readonly onChange: (value: string[]) => void;
}

/** Kinds on offer in the order shown to applicants. */
export function OfferedKindsForm({ value, kinds, onChange }: OfferedKindsFormProps) {
  const t = usePoliciesTexts();
  const inLanguage = useBilingual();
  const others = Object.values(kinds).filter(({ code }) => !value.includes(code));
  return (
    <>
      <ListRows<string>
        values={value}
        onChange={onChange}
        row={(code) => {
          const kind = kinds[code];
          return (
            <>
              {kind ? inLanguage(kind.name) : code} <Typography.Text code>{code}</Typography.Text>
            </>
          );
        }}
      />
      <Select<string>
        aria-label={t('draft.add')}
        placeholder={t('draft.add')}
        style={{ width: 280, maxWidth: '100%', marginTop: 8 }}
        value={null}
        disabled={others.length === 0}
        onChange={(code) => onChange([...value, code])}
        options={others.map(({ code, name }) => ({ value: code, label: inLanguage(name) }))}
      />
    </>
  );
}
