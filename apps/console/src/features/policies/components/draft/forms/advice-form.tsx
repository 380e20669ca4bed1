import type { Bilingual } from '@anjuan/contracts';
import { BilingualInput } from './bilingual-input';
import { ListRows } from './list-rows';

interface AdviceFormProps {
  readonly value: readonly Bilingual[];
  readonly onChange: (value: Bilingual[]) => void;
}

export function AdviceForm({ value, onChange }: AdviceFormProps) {
  return (
    <ListRows<Bilingual>
      values={value}
      onChange={onChange}
      fresh={() => ({ zh: '', en: '' })}
      row={(text, change) => <BilingualInput value={text} onChange={change} />}
    />
  );
}
