import { Button, DatePicker, Flex, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { AreaPicker } from '../../../components/area-picker';
import { Labelled } from '../../../components/labelled';
import { ACTIONS, type AccessFilters } from '../api/find-access';
import { useAccessLogTexts } from '../texts';

interface AccessFilterBarProps {
  readonly filters: AccessFilters;
  readonly onChange: (changes: AccessFilters) => void;
  readonly onClear: () => void;
}

const dayOf = (day: string | undefined) => (day === undefined ? null : dayjs(day));

/** Narrows the log; a typed filter is applied with Enter or when the field is left. */
export function AccessFilterBar({ filters, onChange, onClear }: AccessFilterBarProps) {
  const t = useAccessLogTexts();
  const { t: shell } = useTranslation();
  const typed = (name: 'accountId' | 'subject', label: string, hint: string) => (
    <Labelled label={label} width={180}>
      <Input
        key={filters[name] ?? ''}
        aria-label={label}
        title={hint}
        placeholder={t('filter.all')}
        defaultValue={filters[name]}
        maxLength={200}
        allowClear
        onPressEnter={({ currentTarget }) => onChange({ [name]: currentTarget.value.trim() })}
        onBlur={({ target }) => onChange({ [name]: target.value.trim() })}
      />
    </Labelled>
  );
  return (
    <Flex component="search" gap={8} wrap align="end" style={{ marginBottom: 12 }}>
      {typed('accountId', t('filter.account'), t('filter.accountHint'))}
      {typed('subject', t('filter.subject'), t('filter.subjectHint'))}
      <Labelled label={t('filter.action')}>
        <Select
          aria-label={t('filter.action')}
          style={{ width: '100%' }}
          allowClear
          placeholder={t('filter.all')}
          value={filters.action}
          onChange={(action?: string) => onChange({ action })}
          options={ACTIONS.map((value) => ({ value, label: t(`act.${value}`) }))}
        />
      </Labelled>
      <Labelled label={t('filter.area')} width={180}>
        <AreaPicker
          value={filters.area}
          placeholder={t('filter.all')}
          onChange={(area) => onChange({ area })}
        />
      </Labelled>
      <Labelled label={t('filter.days')} width={240}>
        <DatePicker.RangePicker
          aria-label={t('filter.days')}
          style={{ width: '100%' }}
          allowEmpty={[true, true]}
          value={[dayOf(filters.from), dayOf(filters.to)]}
          onChange={(days) =>
            onChange({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })
          }
        />
      </Labelled>
      <Button onClick={onClear}>{shell('action.reset')}</Button>
    </Flex>
  );
}
