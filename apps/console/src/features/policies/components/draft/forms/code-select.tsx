import { channelSchema } from '@anjuan/contracts';
import { Select } from 'antd';
import { useSharedTexts } from '../../../../../components/texts';
import { usePolicyWords } from '../../../words';

interface CodeSelectProps<C extends string> {
  readonly id?: string;
  readonly label?: string;
  readonly codes: readonly C[];
  readonly value: C;
  readonly onChange: (code: C) => void;
}

/** Chooses one coded value by its name. */
export function CodeSelect<C extends string>({ id, label, codes, value, onChange }: CodeSelectProps<C>) {
  const codeName = useCodeName();
  return (
    <Select<C>
      id={id}
      aria-label={label}
      style={{ width: '100%' }}
      value={value}
      onChange={onChange}
      options={codes.map((code) => ({ value: code, label: codeName(code) }))}
    />
  );
}

interface CodesSelectProps<C extends string> {
  readonly id?: string;
  readonly codes: readonly C[];
  readonly value: readonly C[];
  readonly onChange: (codes: C[]) => void;
}

/** Chooses several coded values by their names. */
export function CodesSelect<C extends string>({ id, codes, value, onChange }: CodesSelectProps<C>) {
  const codeName = useCodeName();
  return (
    <Select<C[]>
      id={id}
      mode="multiple"
      style={{ width: '100%' }}
      value={[...value]}
      status={value.length === 0 ? 'error' : undefined}
      onChange={onChange}
      options={codes.map((code) => ({ value: code, label: codeName(code) }))}
    />
  );
}

/** Names channels and the coded values of policies. */
export function useCodeName(): (code: string) => string {
  const shared = useSharedTexts();
  const { wordFor } = usePolicyWords();
  return (code) => {
    const channel = channelSchema.safeParse(code);
    return channel.success ? shared(`channel.${channel.data}`) : wordFor(code);
  };
}
