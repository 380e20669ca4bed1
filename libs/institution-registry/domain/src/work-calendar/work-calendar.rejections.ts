import { defineRejections } from '@anjuan/event-sourcing';

export const workCalendarRejections = defineRejections({
  'work-calendar.too-early': {
    kind: 'invalid',
    zh: '该年份的官方放假通知尚不可能发布。',
    en: 'The official notice of that year cannot exist yet.',
    nextZh: '最早在前一年发布次年的日历，请核对年份。',
    nextEn: 'A year’s notice appears in the year before at the earliest; check the year.',
  },
  'work-calendar.no-holiday': {
    kind: 'invalid',
    zh: '日历中没有任何放假日。',
    en: 'The calendar has no holiday.',
    nextZh: '请按官方通知填写全部放假日。',
    nextEn: 'Enter all days off of the official notice.',
  },
  'work-calendar.day-outside-year': {
    kind: 'invalid',
    zh: '有日期不在该年份内。',
    en: 'A day lies outside of the year.',
    nextZh: '跨年的放假或调休日，请分别发布到其所在年份。',
    nextEn: 'Publish a day of another year with the calendar of that year.',
  },
  'work-calendar.day-listed-twice': {
    kind: 'invalid',
    zh: '同一天重复，或同时列为放假与调休上班。',
    en: 'A day is listed twice, or both as a holiday and as a make-up workday.',
    nextZh: '请对照官方通知，每天只保留一项。',
    nextEn: 'Keep one entry for each day, as the official notice has it.',
  },
  'work-calendar.make-up-on-weekday': {
    kind: 'invalid',
    zh: '调休上班日不是周六或周日。',
    en: 'A make-up workday is neither a Saturday nor a Sunday.',
    nextZh: '请核对调休上班日期。',
    nextEn: 'Check the make-up workdays.',
  },
  'work-calendar.not-found': {
    kind: 'not-found',
    zh: '该年份的工作日历尚未发布。',
    en: 'The calendar of that year is not published.',
    nextZh: '请由登记编辑人员按官方通知发布；此前仅按周末推算，并注明。',
    nextEn:
      'Have a registry editor publish the official notice; until then only weekends are left out, and that is said.',
  },
  'work-calendar.unchanged': {
    kind: 'conflict',
    zh: '与已发布的日历完全相同。',
    en: 'The published calendar is the same.',
    nextZh: '无需再次发布。',
    nextEn: 'There is nothing to publish.',
  },
});
