import { type InsuranceArea, NATION } from '@anjuan/contracts';
import { Badge, Flex, Input, Skeleton, Tree, type TreeDataNode } from 'antd';
import { useMemo, useState } from 'react';
import { useAreaDirectory } from '../../../lib/areas';
import { usePolicyAreas } from '../api/find-policies';
import { usePoliciesTexts } from '../texts';

interface AreaTreeProps {
  readonly area: string;
  readonly onPick: (area: string) => void;
}

type Areas = ReadonlyMap<string, InsuranceArea>;

/** Nation, provinces and regions; those that keep a policy of their own are marked. */
export function AreaTree({ area, onPick }: AreaTreeProps) {
  const t = usePoliciesTexts();
  const areas = useAreaDirectory();
  const { data: own } = usePolicyAreas();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<readonly string[]>();
  const children = useMemo(() => childrenOf(areas ?? new Map(), typed.trim()), [areas, typed]);
  if (!areas) return <Skeleton active />;
  const title = (code: string, name: string) => (
    <Flex component="span" gap={6} align="center" style={{ overflowWrap: 'anywhere' }}>
      {name}
      {own?.has(code) && <Badge status="success" title={t('ownPolicy')} />}
      {own?.get(code)?.draft && <Badge status="warning" title={t('hasDraft')} />}
    </Flex>
  );
  const nodesIn = (parent: string): TreeDataNode[] =>
    (children.get(parent) ?? []).map(({ code, name }: InsuranceArea) => ({
      key: code,
      title: title(code, name),
      children: nodesIn(code),
    }));
  const provinces = (children.get(NATION) ?? []).map(({ code }: InsuranceArea) => code);
  const parent = areas.get(area)?.parent;
  const expanded =
    typed.trim() === '' ? (opened ?? [NATION, ...(parent ? [parent] : [])]) : [NATION, ...provinces];
  return (
    <Flex component="nav" vertical gap={8} aria-label={t('areas')}>
      <Input.Search
        aria-label={t('findArea')}
        placeholder={t('findArea')}
        allowClear
        onChange={({ target }) => setTyped(target.value)}
      />
      <Tree
        height={560}
        blockNode
        selectedKeys={[area]}
        expandedKeys={[...expanded]}
        onExpand={(keys) => setOpened(keys.map(String))}
        onSelect={(_, { node }) => onPick(String(node.key))}
        treeData={[{ key: NATION, title: title(NATION, t('nation')), children: nodesIn(NATION) }]}
      />
    </Flex>
  );
}

/** Areas by parent; with a search, those it matches and the provinces they lie in. */
function childrenOf(areas: Areas, typed: string): ReadonlyMap<string, readonly InsuranceArea[]> {
  const all = [...areas.values()].sort((a, b) => a.code.localeCompare(b.code));
  const matching = all.filter(({ name, code }) => name.includes(typed) || code.startsWith(typed));
  const parents = new Set(matching.flatMap(({ parent }) => parent ?? []));
  const shown = all.filter((area) => matching.includes(area) || parents.has(area.code));
  const byParent = new Map<string, InsuranceArea[]>();
  for (const area of shown) {
    const parent = area.parent ?? NATION;
    byParent.set(parent, [...(byParent.get(parent) ?? []), area]);
  }
  return byParent;
}
