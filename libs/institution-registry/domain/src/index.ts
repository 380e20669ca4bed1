export * from './work-calendar/work-calendar';
export * from './work-calendar/work-calendar.commands';
export * from './work-calendar/work-calendar.events';
export * from './work-calendar/work-calendar.rejections';
export * from './work-calendar/work-calendars.projection';
