import type { FilingKindPolicy, PartialPolicyItems, PolicyOrigin } from '@anjuan/contracts';
import { Collapse, Flex, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useAreaName } from '../../../../lib/areas';
import { useBilingual } from '../../../../lib/use-language';
import { usePoliciesTexts } from '../../texts';
import { usePolicyWords } from '../../words';
import { PLAIN_ITEMS } from './item-names';
import { MaterialsTable } from './materials-table';
import { PolicyValue } from './policy-value';

interface ItemsViewProps {
  readonly items: PartialPolicyItems;
  /** Where each item comes from; missing where all are of one level. */
  readonly origins?: Readonly<Record<string, PolicyOrigin>>;
  /** Sources where there are no origins. */
  readonly sources?: Readonly<Record<string, string>>;
  /** The level that is looked at. */
  readonly area: string;
  /** Shows what every item says at once. */
  readonly open?: boolean;
}

/** A policy item by item, each with the level it comes from and its source. Kinds that are not offered are marked. */
export function ItemsView({ items, origins, sources, area, open = false }: ItemsViewProps) {
  const { fieldName } = usePolicyWords();
  const inLanguage = useBilingual();
  const t = usePoliciesTexts();
  const offered = items.offeredKinds;
  const about = (item: string) =>
    (origins || sources) && (
      <OriginLine origin={origins?.[item]} source={origins?.[item]?.source ?? sources?.[item]} area={area} />
    );
  const kinds = kindsInOrder(items).map((kind) => ({
    key: `kinds.${kind.code}`,
    label: (
      <ItemTitle
        title={inLanguage(kind.name)}
        note={<Typography.Text code>{kind.code}</Typography.Text>}
        tag={offered && !offered.includes(kind.code) ? <Tag>{t('notOffered')}</Tag> : undefined}
      >
        {about(`kinds.${kind.code}`)}
      </ItemTitle>
    ),
    children: <KindView kind={kind} />,
  }));
  const plain = PLAIN_ITEMS.filter((item) => items[item] !== undefined).map((item) => ({
    key: item,
    label: <ItemTitle title={fieldName(item)}>{about(item)}</ItemTitle>,
    children: item === 'offeredKinds' ? <OfferedKinds items={items} /> : <PolicyValue value={items[item]} />,
  }));
  const [first, ...rest] = plain;
  const ordered = first?.key === 'offeredKinds' ? [first, ...kinds, ...rest] : [...kinds, ...plain];
  return (
    <Collapse items={ordered} defaultActiveKey={open ? ordered.map(({ key }) => key) : ['offeredKinds']} />
  );
}

/** Kinds on offer in the order shown to applicants, then the others. */
function kindsInOrder({ kinds = {}, offeredKinds = [] }: PartialPolicyItems): readonly FilingKindPolicy[] {
  const others = Object.values(kinds).filter(({ code }) => !offeredKinds.includes(code));
  return [...offeredKinds.flatMap((code) => kinds[code] ?? []), ...others];
}

interface ItemTitleProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly tag?: ReactNode;
  readonly children: ReactNode;
}

function ItemTitle({ title, note, tag, children }: ItemTitleProps) {
  return (
    <Flex gap={8} wrap align="baseline">
      <strong style={{ overflowWrap: 'anywhere' }}>{title}</strong>
      {note}
      {tag}
      <span style={{ flex: '1 1 200px', minWidth: 0 }}>{children}</span>
    </Flex>
  );
}

interface OriginLineProps {
  readonly origin: PolicyOrigin | undefined;
  readonly source: string | undefined;
  readonly area: string;
}

/** The level and version an item comes from, and the document it rests on. */
function OriginLine({ origin, source, area }: OriginLineProps) {
  const t = usePoliciesTexts();
  const areaName = useAreaName();
  return (
    <Typography.Text type="secondary" style={{ overflowWrap: 'anywhere' }}>
      {origin && (
        <Tag color={origin.area === area ? 'success' : 'default'}>
          {origin.area === area ? t('ownLevel') : areaName(origin.area)} ·{' '}
          {t('versionNumber', { version: origin.version })}
        </Tag>
      )}
      {source ?? t('noSource')}
    </Typography.Text>
  );
}

function OfferedKinds({ items }: { readonly items: PartialPolicyItems }) {
  const inLanguage = useBilingual();
  return (
    <ol style={{ margin: 0, paddingInlineStart: 22 }}>
      {items.offeredKinds?.map((code) => {
        const kind = items.kinds?.[code];
        return <li key={code}>{kind ? inLanguage(kind.name) : code}</li>;
      })}
    </ol>
  );
}

function KindView({ kind }: { readonly kind: FilingKindPolicy }) {
  const { materials, code: _, name: __, ...rest } = kind;
  return (
    <>
      <MaterialsTable materials={materials} />
      <PolicyValue value={rest} />
    </>
  );
}
