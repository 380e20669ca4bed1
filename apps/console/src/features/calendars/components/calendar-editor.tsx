import type { CalendarYear } from '@anjuan/contracts';
import { App, AutoComplete, Button, Flex, Input, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../../components/labelled';
import { ProblemAlert } from '../../../components/problem-alert';
import { todayInChina } from '../../../lib/dates';
import { usePublishCalendar } from '../api/publish-calendar';
import { useCalendarsTexts } from '../texts';
import { isWeekend, marked } from './calendar-days';
import { YearGrid } from './year-grid';

interface CalendarEditorProps {
  readonly start: CalendarYear;
  readonly onDone: () => void;
}

const MARKS = ['holiday', 'makeUp', 'workday'] as const;
/** As the notices name them; the name is data and stays Chinese in either language. */
const NAMES = {
  newYear: '元旦',
  spring: '春节',
  qingming: '清明节',
  labour: '劳动节',
  dragonBoat: '端午节',
  midAutumn: '中秋节',
  national: '国庆节',
} as const;

/** Marks the days of a notice and publishes it. */
export function CalendarEditor({ start, onDone }: CalendarEditorProps) {
  const t = useCalendarsTexts();
  const { t: shell } = useTranslation();
  const { modal, message } = App.useApp();
  const [year, setYear] = useState(start);
  const [mark, setMark] = useState<(typeof MARKS)[number]>('holiday');
  const [name, setName] = useState<string>(NAMES.newYear);
  const publishing = usePublishCalendar();
  const publish = () =>
    modal.confirm({
      title: t('publishAsk', { year: year.year }),
      content: t('publishAbout'),
      okText: t('publish'),
      cancelText: shell('action.cancel'),
      onOk: () =>
        publishing.mutateAsync({ ...year, source: year.source.trim() }).then(
          () => {
            void message.success(t('published'));
            onDone();
          },
          () => undefined,
        ),
    });
  const ready = year.holidays.length > 0 && year.source.trim() !== '';
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('editing')}</Typography.Text>
      <Flex gap={12} wrap align="end">
        <Segmented
          aria-label={t('mark')}
          value={mark}
          onChange={setMark}
          options={MARKS.map((value) => ({
            value,
            label: value === 'workday' ? t('clear') : t(`legend.${value}`),
          }))}
        />
        {mark === 'holiday' && (
          <Labelled label={t('name')} width={160}>
            <AutoComplete
              aria-label={t('name')}
              style={{ width: '100%' }}
              value={name}
              onChange={setName}
              options={Object.values(NAMES).map((value) => ({ value }))}
            />
          </Labelled>
        )}
      </Flex>
      <YearGrid
        year={year}
        today={todayInChina()}
        onPick={({ date }) => {
          if (mark === 'makeUp' && !isWeekend(date)) return;
          if (mark === 'holiday' && name.trim() === '') return;
          setYear(marked(year, date, mark, name.trim()));
        }}
      />
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is inside */}
      <label>
        {t('sourceLabel')}
        <Input
          value={year.source}
          maxLength={500}
          placeholder={t('sourceHint')}
          onChange={({ target }) => setYear({ ...year, source: target.value })}
        />
      </label>
      <ProblemAlert error={publishing.error} />
      <Flex gap={8} wrap align="center">
        <Button type="primary" disabled={!ready} loading={publishing.isPending} onClick={publish}>
          {t('publish')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
        {!ready && (
          <Typography.Text type="secondary">
            {year.holidays.length === 0 ? t('noHoliday') : `${t('sourceLabel')}: ${t('required')}`}
          </Typography.Text>
        )}
      </Flex>
    </Flex>
  );
}
