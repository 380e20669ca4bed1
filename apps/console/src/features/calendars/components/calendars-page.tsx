import type { CalendarYear } from '@anjuan/contracts';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Skeleton, Timeline, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { AccountName } from '../../../components/account-name';
import { PageHeader } from '../../../components/page-header';
import { ProblemAlert } from '../../../components/problem-alert';
import { showInstant, todayInChina } from '../../../lib/dates';
import { useMay } from '../../../lib/session/session-context';
import { type PublishedYear, useWorkCalendars } from '../../../lib/work-calendars';
import { useCalendarsTexts } from '../texts';
import { monthsOf } from './calendar-days';
import { CalendarEditor } from './calendar-editor';
import { YearGrid } from './year-grid';

const LEGEND = ['holiday', 'makeUp', 'weekend', 'workday'] as const;

/** The working calendar, year by year. */
export function CalendarsPage() {
  const t = useCalendarsTexts();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const current = Number(todayInChina().slice(0, 4));
  const year = Number(params.get('year')) || current;
  const { data, error, refetch } = useWorkCalendars();
  const published = data?.rows.find((each) => each.year === year);
  const go = (to: number) => setParams({ year: String(to) }, { replace: true });
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t('about')}
        actions={<Button onClick={() => void navigate('/policies')}>{t('policies')}</Button>}
      />
      <Flex gap={8} align="center" style={{ marginBottom: 12 }}>
        <Button icon={<LeftOutlined />} aria-label={t('previous')} onClick={() => go(year - 1)} />
        <Typography.Title level={4} style={{ margin: 0 }} className="num">
          {t('year', { year })}
        </Typography.Title>
        <Button
          icon={<RightOutlined />}
          aria-label={t('next')}
          disabled={year > current}
          onClick={() => go(year + 1)}
        />
      </Flex>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data ? <Year key={year} year={year} published={published} /> : !error && <Skeleton active />}
    </>
  );
}

function Year({ year, published }: { readonly year: number; readonly published: PublishedYear | undefined }) {
  const t = useCalendarsTexts();
  const mayPublish = useMay('calendar:publish');
  const [editing, setEditing] = useState(false);
  const shown: CalendarYear = published
    ? contentOf(published)
    : { year, holidays: [], makeUpWorkdays: [], source: '' };
  return (
    <Card size="small">
      {!published && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('unpublished', { year })}
          description={t('unpublishedAbout')}
        />
      )}
      {editing ? (
        <CalendarEditor start={shown} onDone={() => setEditing(false)} />
      ) : (
        <Flex vertical gap={12}>
          <Flex gap={12} wrap justify="space-between" align="center">
            <Flex gap={12} wrap>
              {LEGEND.map((mark) => (
                <span key={mark} className={`day-legend ${mark}`}>
                  {t(`legend.${mark}`)}
                </span>
              ))}
              <Counts year={shown} />
            </Flex>
            {mayPublish && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
          </Flex>
          <YearGrid year={shown} today={todayInChina()} />
          {published && <History published={published} />}
        </Flex>
      )}
    </Card>
  );
}

const contentOf = ({ year, holidays, makeUpWorkdays, source }: PublishedYear): CalendarYear => ({
  year,
  holidays,
  makeUpWorkdays,
  source,
});

function Counts({ year }: { readonly year: CalendarYear }) {
  const t = useCalendarsTexts();
  const days = monthsOf(year).flatMap((month) => month.days);
  const working = days.filter(({ mark }) => mark === 'workday' || mark === 'makeUp').length;
  return (
    <Typography.Text type="secondary">
      {t('count', { working, holidays: year.holidays.length, makeUp: year.makeUpWorkdays.length })}
    </Typography.Text>
  );
}

function History({ published }: { readonly published: PublishedYear }) {
  const t = useCalendarsTexts();
  return (
    <div>
      <Typography.Paragraph strong>{t('history')}</Typography.Paragraph>
      <Timeline
        items={[...published.history].reverse().map(({ version, publishedAt, publishedBy, source }) => ({
          key: version,
          content: (
            <>
              <strong>{t('version', { version })}</strong> <AccountName id={publishedBy} />{' '}
              <Typography.Text type="secondary" className="num">
                {showInstant(publishedAt)}
              </Typography.Text>
              <div style={{ overflowWrap: 'anywhere' }}>{source}</div>
            </>
          ),
        }))}
      />
    </div>
  );
}
