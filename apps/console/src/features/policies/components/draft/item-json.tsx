import { filingKindPolicySchema, type PartialPolicyItems, policyItemsSchema } from '@anjuan/contracts';
import { Input, Typography } from 'antd';
import { useState } from 'react';
import { usePoliciesTexts } from '../../texts';
import { type DraftItem, kindCodeOf } from './draft-content';

interface ItemJsonProps {
  readonly item: DraftItem;
  readonly items: PartialPolicyItems;
  readonly onChange: (items: PartialPolicyItems) => void;
  readonly onInvalid: (invalid: boolean) => void;
}

type Read = { readonly items: PartialPolicyItems } | { readonly wrong: readonly string[] };

/** An item as JSON, checked against its schema while it is typed; only what passes gets into the draft. */
export function ItemJson({ item, items, onChange, onInvalid }: ItemJsonProps) {
  const t = usePoliciesTexts();
  const [text, setText] = useState(() => JSON.stringify(itemIn(item, items), null, 2));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const take = (typed: string) => {
    setText(typed);
    const read = readItem(typed, item, items, t('draft.jsonInvalid'));
    setWrong('wrong' in read ? read.wrong : []);
    onInvalid('wrong' in read);
    if ('items' in read) onChange(read.items);
  };
  return (
    <div>
      <Input.TextArea
        aria-label={t('draft.json')}
        value={text}
        spellCheck={false}
        autoSize={{ minRows: 8, maxRows: 30 }}
        status={wrong.length > 0 ? 'error' : undefined}
        style={{ fontFamily: 'ui-monospace, monospace' }}
        onChange={({ target }) => take(target.value)}
      />
      {wrong.map((line) => (
        <div key={line}>
          <Typography.Text type="danger">{line}</Typography.Text>
        </div>
      ))}
    </div>
  );
}

function itemIn(item: DraftItem, items: PartialPolicyItems): unknown {
  const code = kindCodeOf(item);
  if (code !== undefined) return items.kinds?.[code];
  return Object.entries(items).find(([name]) => name === item)?.[1];
}

function readItem(typed: string, item: DraftItem, items: PartialPolicyItems, notJson: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(typed);
  } catch {
    return { wrong: [notJson] };
  }
  const code = kindCodeOf(item);
  if (code !== undefined) {
    const kind = filingKindPolicySchema.safeParse(value);
    return kind.success
      ? { items: { ...items, kinds: { ...items.kinds, [code]: kind.data } } }
      : { wrong: issuesOf(kind.error.issues) };
  }
  const one = policyItemsSchema.partial().safeParse({ [item]: value });
  return one.success ? { items: { ...items, ...one.data } } : { wrong: issuesOf(one.error.issues) };
}

const issuesOf = (issues: readonly { path: readonly PropertyKey[]; message: string }[]): readonly string[] =>
  issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
