import type { PartialPolicyItems } from '@anjuan/contracts';
import type { PolicyContent } from '@anjuan/institution-registry-domain';
import { Button, Card, Flex, Input, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { usePoliciesTexts } from '../../texts';
import { ItemsView } from '../view/items-view';
import { type DraftItem, inherit, isSet, kindCodeOf, setAsInherited, withSource } from './draft-content';
import { FieldSources } from './field-sources';
import { hasForm, ItemForm } from './item-form';
import { ItemJson } from './item-json';

interface ItemPanelProps {
  readonly item: DraftItem;
  readonly title: string;
  readonly content: PolicyContent;
  /** What the levels above give. */
  readonly inherited: PartialPolicyItems;
  readonly onChange: (content: PolicyContent) => void;
  readonly onInvalid: (invalid: boolean) => void;
}

/** One item: inherited, or set here with its source, as a form or as JSON. */
export function ItemPanel(props: ItemPanelProps) {
  const { item, title, content, inherited, onChange } = props;
  const t = usePoliciesTexts();
  const set = isSet(content, item);
  const available = isSet({ ...content, items: inherited }, item);
  const own = only(inherited, item);
  return (
    <Card
      size="small"
      title={<span style={{ whiteSpace: 'normal' }}>{title}</span>}
      extra={
        set ? (
          <Button size="small" onClick={() => onChange(inherit(content, item))}>
            {t(available ? 'draft.inherit' : 'draft.remove')}
          </Button>
        ) : (
          <Button
            size="small"
            disabled={!available}
            onClick={() => onChange(setAsInherited(content, item, inherited))}
          >
            {t('draft.set')}
          </Button>
        )
      }
    >
      {set ? (
        <SetHere {...props} />
      ) : available ? (
        <>
          <Typography.Paragraph type="secondary">{t('draft.inheritAbout')}</Typography.Paragraph>
          <ItemsView items={own} area="" open />
        </>
      ) : (
        <Typography.Text type="secondary">{t('draft.nothingInherited')}</Typography.Text>
      )}
    </Card>
  );
}

/** A policy with nothing but the item; kinds stay known by name. */
function only(items: PartialPolicyItems, item: DraftItem): PartialPolicyItems {
  const code = kindCodeOf(item);
  const kind = code === undefined ? undefined : items.kinds?.[code];
  if (kind) return { kinds: { [kind.code]: kind } };
  return Object.fromEntries(Object.entries(items).filter(([name]) => name === item));
}

function SetHere({ item, content, inherited, onChange, onInvalid }: ItemPanelProps) {
  const t = usePoliciesTexts();
  const [asJson, setAsJson] = useState(!hasForm(item));
  return (
    <Flex vertical gap={12}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is inside */}
      <label>
        {t('draft.sourceLabel')}
        <Input
          value={content.sources[item] ?? ''}
          maxLength={500}
          status={(content.sources[item] ?? '').trim() === '' ? 'error' : undefined}
          onChange={({ target }) => onChange(withSource(content, item, target.value))}
        />
      </label>
      <FieldSources item={item} content={content} onChange={onChange} />
      {hasForm(item) && (
        <Segmented
          value={asJson ? 'json' : 'form'}
          onChange={(mode) => {
            onInvalid(false);
            setAsJson(mode === 'json');
          }}
          options={[
            { value: 'form', label: t('draft.form') },
            { value: 'json', label: t('draft.json') },
          ]}
        />
      )}
      {asJson ? (
        <ItemJson
          item={item}
          items={content.items}
          onChange={(items) => onChange({ ...content, items })}
          onInvalid={onInvalid}
        />
      ) : (
        <ItemForm
          item={item}
          items={content.items}
          inherited={inherited}
          onChange={(items) => onChange({ ...content, items })}
        />
      )}
    </Flex>
  );
}
