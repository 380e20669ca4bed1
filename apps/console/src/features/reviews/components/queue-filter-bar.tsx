import { channelSchema, NATION } from '@anjuan/contracts';
import { SearchOutlined } from '@ant-design/icons';
import { Button, Flex, Input, type InputRef, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaPicker } from '../../../components/area-picker';
import { Labelled } from '../../../components/labelled';
import { useSharedTexts } from '../../../components/texts';
import { useRegionPolicy } from '../../../lib/policies';
import { useSession } from '../../../lib/session/session-context';
import { useBilingual } from '../../../lib/use-language';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { useReviewsTexts } from '../texts';
import type { QueueFilters } from './use-queue-filters';

interface FilterBarProps {
  readonly filters: QueueFilters;
  readonly onChange: (changes: QueueFilters) => void;
  readonly onClear: () => void;
  readonly onSearch: (text: string) => void;
}

const LEVELS = ['single', 'first', 'recheck'] as const;

/** Search and filters above the queue. */
export function QueueFilterBar({ filters, onChange, onClear, onSearch }: FilterBarProps) {
  const { t: shell } = useTranslation();
  const shared = useSharedTexts();
  const t = useReviewsTexts();
  const kinds = useKindOptions(filters.insuredRegion);
  const [typed, setTyped] = useState('');
  const input = useRef<InputRef>(null);
  useShortcuts({ '/': () => input.current?.focus() });
  const pick = (
    name: 'kind' | 'channel' | 'level',
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <Labelled label={label}>
      <Select
        aria-label={label}
        style={{ width: '100%' }}
        allowClear
        placeholder={t('filter.all')}
        value={filters[name]}
        onChange={(value?: string) => onChange({ [name]: value })}
        options={options}
      />
    </Labelled>
  );
  return (
    <Flex component="search" gap={8} wrap align="end" style={{ marginBottom: 12 }}>
      <div style={{ flex: '1 1 240px', maxWidth: 360 }} title={t('filter.searchHint')}>
        <Input.Search
          ref={input}
          value={typed}
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          maxLength={100}
          allowClear
          enterButton={<SearchOutlined aria-label={t('filter.apply')} />}
          onChange={({ target }) => {
            setTyped(target.value);
            if (target.value === '') onSearch('');
          }}
          onSearch={(value) => onSearch(value.trim())}
          onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        />
      </div>
      {pick('kind', t('filter.kind'), kinds)}
      {pick(
        'level',
        t('filter.level'),
        LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
      )}
      {pick(
        'channel',
        t('filter.channel'),
        channelSchema.options.map((value) => ({ value, label: shared(`channel.${value}`) })),
      )}
      <Labelled label={t('filter.insuredRegion')} width={180}>
        <AreaPicker
          value={filters.insuredRegion}
          placeholder={t('filter.all')}
          onChange={(insuredRegion) => onChange({ insuredRegion })}
        />
      </Labelled>
      <Button
        onClick={() => {
          setTyped('');
          onSearch('');
          onClear();
        }}
      >
        {shell('action.reset')}
      </Button>
    </Flex>
  );
}

/** Kinds of the chosen region, or of where the person works. */
function useKindOptions(region: string | undefined): { value: string; label: string }[] {
  const inLanguage = useBilingual();
  const own = useSession().session?.account.grants[0]?.area;
  const { data } = useRegionPolicy(region ?? own ?? NATION);
  return Object.values(data?.items.kinds ?? {}).map(({ code, name }) => ({
    value: code,
    label: inLanguage(name),
  }));
}
