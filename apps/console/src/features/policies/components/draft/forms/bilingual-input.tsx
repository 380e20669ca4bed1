import type { Bilingual } from '@anjuan/contracts';
import { Flex, Input } from 'antd';
import { usePolicyWords } from '../../../words';

interface BilingualInputProps {
  readonly id?: string;
  readonly value: Bilingual;
  readonly onChange: (value: Bilingual) => void;
  readonly long?: boolean;
}

/** A text in both languages. */
export function BilingualInput({ id, value, onChange, long = false }: BilingualInputProps) {
  const { fieldName } = usePolicyWords();
  const side = (language: keyof Bilingual) => {
    const shared = {
      id: language === 'zh' ? id : undefined,
      'aria-label': fieldName(language),
      placeholder: fieldName(language),
      value: value[language],
      status: value[language] === '' ? ('error' as const) : undefined,
      style: { flex: '1 1 200px' },
    };
    return long ? (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 4, maxRows: 14 }}
        onChange={({ target }) => onChange({ ...value, [language]: target.value })}
      />
    ) : (
      <Input {...shared} onChange={({ target }) => onChange({ ...value, [language]: target.value })} />
    );
  };
  return (
    <Flex gap={8} wrap style={{ flex: 1 }}>
      {side('zh')}
      {side('en')}
    </Flex>
  );
}
