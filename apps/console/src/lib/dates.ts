import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** The office works on China's clock, wherever the browser is. */
const CHINA_MINUTES = 8 * 60;

/** An instant as day and minute in China. */
export const showInstant = (instant: string): string =>
  dayjs.utc(instant).utcOffset(CHINA_MINUTES).format('YYYY-MM-DD HH:mm');

/** Hour and minute of an instant in China. */
export const showTime = (instant: string | number): string =>
  dayjs.utc(instant).utcOffset(CHINA_MINUTES).format('HH:mm');

/** Today in China, `YYYY-MM-DD`. */
export const todayInChina = (): string => dayjs.utc().utcOffset(CHINA_MINUTES).format('YYYY-MM-DD');
