import type { PolicyContent } from '@anjuan/institution-registry-domain';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select, Typography } from 'antd';
import { usePoliciesTexts } from '../../texts';
import { useItemName } from '../view/item-names';
import { type DraftItem, kindCodeOf, withSource } from './draft-content';

interface FieldSourcesProps {
  readonly item: DraftItem;
  readonly content: PolicyContent;
  readonly onChange: (content: PolicyContent) => void;
}

/** Sources of single fields of an item, where they differ from the item's. */
export function FieldSources({ item, content, onChange }: FieldSourcesProps) {
  const t = usePoliciesTexts();
  const itemName = useItemName({});
  const named = Object.keys(content.sources).filter((name) => name.startsWith(`${item}.`));
  const kind = content.items.kinds?.[kindCodeOf(item) ?? ''];
  const fields = Object.keys(kind ?? {}).filter((field) => !named.includes(`${item}.${field}`));
  const labelOf = (name: string) => itemName(name.slice(item.length + 1));
  if (!kind && named.length === 0) return null;
  return (
    <Flex vertical gap={6}>
      <Typography.Text type="secondary">{t('draft.fieldSources')}</Typography.Text>
      {named.map((name) => (
        <Flex key={name} gap={8} align="center" wrap>
          <span style={{ flex: '1 1 120px' }}>{labelOf(name)}</span>
          <Input
            aria-label={`${t('source')} ${labelOf(name)}`}
            style={{ flex: '3 1 220px' }}
            defaultValue={content.sources[name]}
            maxLength={500}
            onBlur={({ target }) => onChange(withSource(content, name, target.value.trim()))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('draft.remove')}
            onClick={() => onChange(withSource(content, name, ''))}
          />
        </Flex>
      ))}
      {kind && (
        <Select<string>
          aria-label={t('draft.addFieldSource')}
          placeholder={t('draft.addFieldSource')}
          style={{ maxWidth: 280 }}
          value={null}
          options={fields.map((field) => ({ value: field, label: itemName(field) }))}
          onChange={(field) =>
            onChange(withSource(content, `${item}.${field}`, content.sources[item] ?? 'unverified default'))
          }
        />
      )}
    </Flex>
  );
}
