import { calendarYearSchema } from '@anjuan/contracts';
import { workCalendarCommands } from '@anjuan/institution-registry-domain';
import {
  type Caller,
  Commands,
  type Exchange,
  etagOf,
  type InputOf,
  OfExchange,
  operation,
  Queries,
  Route,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { z } from 'zod';

const params = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) });

const calendarView = calendarYearSchema.extend({
  version: z.number().int(),
  history: z.array(
    z.object({
      version: z.number().int(),
      publishedAt: z.string(),
      publishedBy: z.string(),
      source: z.string(),
    }),
  ),
});

const list = operation({
  method: 'GET',
  path: '',
  summary: 'Published work calendars, the newest year first',
  access: 'signed-in',
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
  response: z.object({ rows: z.array(calendarView) }),
});

const detail = operation({
  method: 'GET',
  path: ':year',
  summary: 'The work calendar of a year',
  access: 'signed-in',
  params,
  response: calendarView,
});

const publish = operation({
  method: 'PUT',
  path: ':year',
  summary: 'Publish the official notice of a year, or a corrected version of it',
  access: 'calendar:publish',
  command: true,
  params,
  body: workCalendarCommands.PublishWorkCalendar.omit({ year: true }),
  example: {
    holidays: [
      { date: '2026-01-01', name: '元旦' },
      { date: '2026-01-02', name: '元旦' },
    ],
    makeUpWorkdays: ['2026-01-04'],
    source: '国务院办公厅关于2026年部分节假日安排的通知',
  },
});

@Controller('api/calendars')
export class CalendarController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Route(list)
  list(@Who() caller: Caller, @Validated() { query }: InputOf<typeof list>) {
    return this.queries.ask('FindCalendars', query, caller);
  }

  @Route(detail)
  async detail(
    @OfExchange() exchange: Exchange,
    @Who() caller: Caller,
    @Validated() { params: { year } }: InputOf<typeof detail>,
  ) {
    const calendar = await this.queries.ask<{ version: number }>('GetCalendar', { year }, caller);
    exchange.reply.header('etag', etagOf(calendar.version - 1));
    return calendar;
  }

  @Route(publish)
  publish(
    @OfExchange() exchange: Exchange,
    @Validated() { params: { year }, body }: InputOf<typeof publish>,
  ) {
    return this.commands.send(exchange, { type: 'PublishWorkCalendar', data: { year, ...body } });
  }
}
