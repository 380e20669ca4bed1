import type { PartialPolicyItems } from '@anjuan/contracts';
import type { PolicyContent } from '@anjuan/institution-registry-domain';
import { Flex, Grid, Menu, Select, Tag } from 'antd';
import { useState } from 'react';
import type { LevelPolicy } from '../../api/policy';
import { usePolicyInForce } from '../../api/resolve-policy';
import { usePoliciesTexts } from '../../texts';
import { PLAIN_ITEMS, useItemName } from '../view/item-names';
import { AddKind } from './add-kind';
import { type DraftItem, isSet, withKind } from './draft-content';
import { ItemPanel } from './item-panel';

interface DraftItemsProps {
  readonly level: LevelPolicy;
  readonly content: PolicyContent;
  readonly onChange: (content: PolicyContent) => void;
  /** What is typed does not pass the checks, or does again. */
  readonly onInvalid: (invalid: boolean) => void;
}

/** The items of a level: which are set here and which are inherited, and the editor of the chosen one. */
export function DraftItems({ level, content, onChange, onInvalid }: DraftItemsProps) {
  const [chosen, setChosen] = useState<DraftItem>('offeredKinds');
  const above = level.path.at(-2);
  const { data: inherited } = usePolicyInForce(above ?? level.area, content.effectiveFrom);
  const inheritedItems: PartialPolicyItems = above === undefined ? {} : (inherited?.items ?? {});
  const kinds = { ...inheritedItems.kinds, ...content.items.kinds };
  const itemName = useItemName(kinds);
  const names: DraftItem[] = [
    ...PLAIN_ITEMS.slice(0, 1),
    ...Object.keys(kinds).map((code): DraftItem => `kinds.${code}`),
    ...PLAIN_ITEMS.slice(1),
  ];
  const choose = (item: DraftItem) => {
    onInvalid(false);
    setChosen(item);
  };
  return (
    <Flex gap={16} wrap align="start">
      <div style={{ flex: '1 1 240px', maxWidth: 340, minWidth: 0 }}>
        <ItemChoice
          items={names.map((item) => ({ item, name: itemName(item), set: isSet(content, item) }))}
          chosen={chosen}
          onChoose={choose}
        />
        <AddKind
          kinds={kinds}
          onAdd={(kind) => {
            onChange(withKind(content, kind));
            choose(`kinds.${kind.code}`);
          }}
        />
      </div>
      <div style={{ flex: '3 1 420px', minWidth: 0 }}>
        <ItemPanel
          key={chosen}
          item={chosen}
          title={itemName(chosen)}
          content={content}
          inherited={inheritedItems}
          onChange={onChange}
          onInvalid={onInvalid}
        />
      </div>
    </Flex>
  );
}

interface ItemChoiceProps {
  readonly items: readonly { readonly item: DraftItem; readonly name: string; readonly set: boolean }[];
  readonly chosen: DraftItem;
  readonly onChoose: (item: DraftItem) => void;
}

/** Chooses an item: a list where there is room, a field to choose in where there is not. */
function ItemChoice({ items, chosen, onChoose }: ItemChoiceProps) {
  const t = usePoliciesTexts();
  const wide = Grid.useBreakpoint().md ?? true;
  const choose = (key: string) => onChoose(items.find(({ item }) => item === key)?.item ?? chosen);
  const stateOf = (set: boolean) => t(set ? 'draft.setHere' : 'draft.inherited');
  if (!wide)
    return (
      <Select<string>
        aria-label={t('items')}
        style={{ width: '100%', marginBottom: 8 }}
        value={chosen}
        onChange={choose}
        options={items.map(({ item, name, set }) => ({ value: item, label: `${name} · ${stateOf(set)}` }))}
      />
    );
  return (
    <Menu
      mode="inline"
      inlineIndent={8}
      selectedKeys={[chosen]}
      style={{ borderInlineEnd: 0 }}
      onClick={({ key }) => choose(key)}
      items={items.map(({ item, name, set }) => ({
        key: item,
        label: (
          <Flex justify="space-between" align="center" gap={6}>
            <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{name}</span>
            <Tag color={set ? 'success' : 'default'} style={{ margin: 0 }}>
              {stateOf(set)}
            </Tag>
          </Flex>
        ),
      }))}
    />
  );
}
