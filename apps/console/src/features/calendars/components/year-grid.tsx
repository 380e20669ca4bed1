import type { CalendarYear } from '@anjuan/contracts';
import { Typography } from 'antd';
import { useCalendarsTexts } from '../texts';
import { type CalendarDay, type CalendarMonth, monthsOf } from './calendar-days';

interface YearGridProps {
  readonly year: CalendarYear;
  readonly today: string;
  /** Days can be clicked. */
  readonly onPick?: (day: CalendarDay) => void;
}

/** Twelve months; days off and make-up workdays are marked in words and colour. */
export function YearGrid({ year, today, onPick }: YearGridProps) {
  return (
    <div className="year-grid">
      {monthsOf(year).map((month) => (
        <Month key={month.month} month={month} today={today} onPick={onPick} />
      ))}
    </div>
  );
}

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

interface MonthProps {
  readonly month: CalendarMonth;
  readonly today: string;
  readonly onPick?: (day: CalendarDay) => void;
}

function Month({ month: { month, before, days }, today, onPick }: MonthProps) {
  const t = useCalendarsTexts();
  return (
    <section aria-label={t('month', { month })}>
      <Typography.Text strong>{t('month', { month })}</Typography.Text>
      <div className="month-grid">
        {WEEKDAYS.map((weekday) => (
          <span key={weekday} className="weekday" aria-hidden>
            {t(`weekday.${weekday}`)}
          </span>
        ))}
        {Array.from({ length: before }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty places are all alike
          <span key={`before-${at}`} />
        ))}
        {days.map((day) => (
          <Day key={day.date} day={day} today={day.date === today} onPick={onPick} />
        ))}
      </div>
    </section>
  );
}

function Day({
  day,
  today,
  onPick,
}: {
  day: CalendarDay;
  today: boolean;
  onPick?: (day: CalendarDay) => void;
}) {
  const t = useCalendarsTexts();
  const title = `${day.date} ${day.name ?? t(`legend.${day.mark}`)}`;
  const className = `day ${day.mark}${today ? ' today' : ''}`;
  const inside = (
    <>
      <span className="num">{day.day}</span>
      {day.mark === 'holiday' && <small>{t('holiday')}</small>}
      {day.mark === 'makeUp' && <small>{t('makeUp')}</small>}
    </>
  );
  return onPick ? (
    <button type="button" className={className} title={title} aria-label={title} onClick={() => onPick(day)}>
      {inside}
    </button>
  ) : (
    <span className={className} title={title}>
      {inside}
    </span>
  );
}
