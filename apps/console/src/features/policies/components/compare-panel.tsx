import type { PolicyDifference } from '@anjuan/institution-registry-domain';
import { Card, DatePicker, Empty, Flex, Radio, Select, Skeleton, Tag, Typography } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { Labelled } from '../../../components/labelled';
import { ProblemAlert } from '../../../components/problem-alert';
import { useComparison } from '../api/compare-policies';
import type { LevelPolicy } from '../api/policy';
import { usePolicyInForce } from '../api/resolve-policy';
import { usePoliciesTexts } from '../texts';
import { useItemName } from './view/item-names';
import { PolicyValue } from './view/policy-value';

const SIDES = ['from', 'to'] as const;

/** What differs between two versions of a level, or between what holds on two days, side by side. */
export function ComparePanel({ level }: { readonly level: LevelPolicy }) {
  const t = usePoliciesTexts();
  const [params, setParams] = useSearchParams();
  const side = (name: (typeof SIDES)[number]) => params.get(name) ?? undefined;
  const byDay = params.get('by') === 'day';
  const set = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  const { data, error, refetch, isFetching } = useComparison(level.area, side('from'), side('to'));
  const options = [
    ...(level.draft ? [{ value: 'draft', label: t('compare.draft') }] : []),
    ...level.versions.map(({ version }) => ({
      value: String(version),
      label: t('versionNumber', { version }),
    })),
  ];
  return (
    <Flex vertical gap={12}>
      <Radio.Group
        value={byDay ? 'day' : 'version'}
        onChange={({ target }) => set({ by: target.value, from: undefined, to: undefined })}
        options={[
          { value: 'version', label: t('compare.versions') },
          { value: 'day', label: t('compare.days') },
        ]}
      />
      <Flex gap={12} wrap>
        {SIDES.map((name) => {
          const label = t(name === 'from' ? 'compare.before' : 'compare.after');
          const value = side(name);
          return (
            <Labelled key={name} label={label} width={180}>
              {byDay ? (
                <DatePicker
                  aria-label={label}
                  style={{ width: '100%' }}
                  value={value === undefined ? null : dayjs(value)}
                  onChange={(day) => set({ [name]: day?.format('YYYY-MM-DD') })}
                />
              ) : (
                <Select
                  aria-label={label}
                  style={{ width: '100%' }}
                  value={value}
                  onChange={(chosen: string) => set({ [name]: chosen })}
                  options={options}
                />
              )}
            </Labelled>
          );
        })}
      </Flex>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isFetching && !data && <Skeleton active />}
      {!data && !isFetching && !error && (
        <Typography.Text type="secondary">{t('compare.choose')}</Typography.Text>
      )}
      {data && <Differences differences={data.differences} level={level} />}
    </Flex>
  );
}

const CHANGE = { added: 'success', removed: 'error', changed: 'warning' } as const;

function Differences({
  differences,
  level,
}: {
  readonly differences: readonly PolicyDifference[];
  readonly level: LevelPolicy;
}) {
  const t = usePoliciesTexts();
  const { data: inForce } = usePolicyInForce(level.area);
  const itemName = useItemName({ ...inForce?.items.kinds, ...level.draft?.items.kinds });
  if (differences.length === 0) return <Empty description={t('compare.same')} />;
  return (
    <Flex vertical gap={8}>
      <Typography.Text type="secondary">{t('compare.count', { count: differences.length })}</Typography.Text>
      {differences.map(({ item, change, before, after }) => (
        <Card
          key={item}
          size="small"
          title={<span style={{ whiteSpace: 'normal' }}>{itemName(item)}</span>}
          extra={<Tag color={CHANGE[change]}>{t(`compare.change.${change}`)}</Tag>}
        >
          <Flex gap={16} wrap>
            {(
              [
                [t('compare.before'), before],
                [t('compare.after'), after],
              ] as const
            ).map(([label, value]) => (
              <div key={label} style={{ flex: '1 1 280px', minWidth: 0 }}>
                <Typography.Text type="secondary">{label}</Typography.Text>
                <div>
                  <PolicyValue value={value} />
                </div>
              </div>
            ))}
          </Flex>
        </Card>
      ))}
    </Flex>
  );
}
