import { channelSchema } from '@anjuan/contracts';
import { Flex, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useSharedTexts } from '../../../../components/texts';
import { useLanguage } from '../../../../lib/use-language';
import { usePolicyWords } from '../../words';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isBilingual = (value: unknown): value is { readonly zh: string; readonly en: string } =>
  isFields(value) && Object.keys(value).sort().join() === 'en,zh';

/** A value of a policy in words: lists, codes and fields by their names. */
export function PolicyValue({ value }: { readonly value: unknown }): ReactNode {
  const words = usePolicyWords();
  const language = useLanguage();
  if (value === undefined) return words.nothing;
  if (value === null) return words.unlimited;
  if (typeof value === 'boolean') return words.yesNo(value);
  if (typeof value === 'string')
    return <span style={{ overflowWrap: 'anywhere' }}>{words.wordFor(value)}</span>;
  if (isBilingual(value)) return <span style={{ whiteSpace: 'pre-wrap' }}>{String(value[language])}</span>;
  if (Array.isArray(value)) return <ListValue values={value} />;
  return isFields(value) ? <FieldsValue fields={value} /> : <span className="num">{String(value)}</span>;
}

function ListValue({ values }: { readonly values: readonly unknown[] }) {
  const words = usePolicyWords();
  if (values.length === 0) return words.nothing;
  if (values.every((value) => typeof value === 'string'))
    return (
      <Flex gap={4} wrap>
        {values.map((value) => (
          <Tag key={value} style={{ margin: 0, whiteSpace: 'normal' }}>
            <CodeName code={value} />
          </Tag>
        ))}
      </Flex>
    );
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {values.map((value) => (
        <li key={JSON.stringify(value)}>
          <PolicyValue value={value} />
        </li>
      ))}
    </ul>
  );
}

/** A channel or another code. */
function CodeName({ code }: { readonly code: string }) {
  const shared = useSharedTexts();
  const { wordFor } = usePolicyWords();
  const channel = channelSchema.safeParse(code);
  return <>{channel.success ? shared(`channel.${channel.data}`) : wordFor(code)}</>;
}

function FieldsValue({ fields }: { readonly fields: Fields }) {
  const { fieldName } = usePolicyWords();
  const shared = useSharedTexts();
  const labelOf = (name: string): string => {
    const channel = channelSchema.safeParse(name);
    return channel.success ? shared(`channel.${channel.data}`) : fieldName(name);
  };
  return (
    <dl className="policy-fields">
      {Object.entries(fields).map(([name, value]) => (
        <div key={name}>
          <dt>{labelOf(name)}</dt>
          <dd>
            <PolicyValue value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
