import { channelSchema } from '@anjuan/contracts';
import { SearchOutlined } from '@ant-design/icons';
import { Button, DatePicker, Flex, Input, type InputRef, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaPicker } from '../../../components/area-picker';
import { useSharedTexts } from '../../../components/texts';
import { useRegionPolicy } from '../../../lib/policies';
import { useBilingual } from '../../../lib/use-language';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { useFilingsTexts } from '../texts';
import type { FilingFilters } from './use-filing-filters';

interface FilterBarProps {
  readonly filters: FilingFilters;
  readonly onChange: (changes: FilingFilters) => void;
  readonly onClear: () => void;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}

const STATUSES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'active',
  'expired',
  'rejected',
  'withdrawn',
  'cancelled',
  'revoked',
  'superseded',
] as const;
const UPLOADS = ['due', 'uploaded', 'failed'] as const;
const NATION = '000000';

/** Search and filters above the list. */
export function FilingFilterBar({ filters, onChange, onClear, search, onSearch }: FilterBarProps) {
  const { t: shell } = useTranslation();
  const shared = useSharedTexts();
  const t = useFilingsTexts();
  const kinds = useKindOptions(filters.insuredRegion);
  const pick = (name: 'status' | 'channel' | 'uploadStatus' | 'kind', label: string, options: Options) => (
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
  const region = (name: 'insuredRegion' | 'treatmentRegion', label: string) => (
    <Labelled label={label}>
      <AreaPicker
        value={filters[name]}
        placeholder={t('filter.all')}
        onChange={(code) => onChange({ [name]: code })}
      />
    </Labelled>
  );
  return (
    <Flex component="search" gap={8} wrap style={{ marginBottom: 12 }}>
      <SearchField key={search} text={search} onSearch={onSearch} />
      <Button
        onClick={() => {
          onSearch('');
          onClear();
        }}
      >
        {shell('action.reset')}
      </Button>
      <div style={{ flexBasis: '100%' }} />
      {pick(
        'status',
        t('column.status'),
        optionsOf(STATUSES, (at) => shared(`filingStatus.${at}`)),
      )}
      {pick('kind', t('column.kind'), kinds)}
      {region('insuredRegion', t('column.insuredRegion'))}
      {region('treatmentRegion', t('column.treatmentRegion'))}
      {pick(
        'channel',
        t('column.channel'),
        optionsOf(channelSchema.options, (at) => shared(`channel.${at}`)),
      )}
      {pick(
        'uploadStatus',
        t('column.upload'),
        optionsOf(UPLOADS, (at) => shared(`upload.${at}`)),
      )}
      <Labelled label={t('filter.startsFrom')} width={250}>
        <DatePicker.RangePicker
          aria-label={t('filter.startsFrom')}
          style={{ width: '100%' }}
          allowEmpty={[true, true]}
          value={[dayOf(filters.startsFrom), dayOf(filters.startsTo)]}
          onChange={(days) =>
            onChange({
              startsFrom: days?.[0]?.format('YYYY-MM-DD'),
              startsTo: days?.[1]?.format('YYYY-MM-DD'),
            })
          }
        />
      </Labelled>
    </Flex>
  );
}

type Options = { value: string; label: string }[];

const optionsOf = <V extends string>(values: readonly V[], label: (value: V) => string): Options =>
  values.map((value) => ({ value, label: label(value) }));

const dayOf = (day: string | undefined) => (day === undefined ? null : dayjs(day));

/** Kinds of the chosen region, or the national ones. */
function useKindOptions(region: string | undefined): Options {
  const inLanguage = useBilingual();
  const { data } = useRegionPolicy(region ?? NATION);
  return Object.values(data?.items.kinds ?? {}).map(({ code, name }) => ({
    value: code,
    label: inLanguage(name),
  }));
}

function Labelled({ label, width = 150, children }: { label: string; width?: number; children: ReactNode }) {
  return (
    <div style={{ flex: `1 1 ${width}px`, minWidth: 0, maxWidth: 280 }}>
      <div style={{ fontSize: 12, color: '#5a6666' }}>{label}</div>
      {children}
    </div>
  );
}

function SearchField({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const t = useFilingsTexts();
  const [typed, setTyped] = useState(text);
  const input = useRef<InputRef>(null);
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <div style={{ flex: '1 1 260px', maxWidth: 480 }}>
      <Input.Search
        ref={input}
        value={typed}
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        title={t('filter.searchHint')}
        maxLength={100}
        allowClear
        enterButton={<SearchOutlined aria-label={t('filter.apply')} />}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value === '') onSearch('');
        }}
        onSearch={(value) => onSearch(value.trim())}
      />
    </div>
  );
}
