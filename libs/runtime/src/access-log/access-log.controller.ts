import { Controller } from '@nestjs/common';
import type { Caller } from '../access/caller';
import { type Exchange, OfExchange, Queries, Who } from '../http/command-sender';
import { type InputOf, operation, Validated } from '../http/input';
import { Route } from '../http/operation';
import { AccessLog } from './access-log';
import { accessLogQuery, accessLogSchema } from './access-log-schemas';
import { purposeOf } from './purpose';

const list = operation({
  method: 'GET',
  path: '',
  summary: 'Who viewed, searched and exported what, newest first; reading it is logged too',
  access: 'access-log:read',
  query: accessLogQuery,
  response: accessLogSchema,
});

/** The log of what was looked at, for supervisors and administrators of the area. */
@Controller('api/access-log')
export class AccessLogController {
  constructor(
    private readonly queries: Queries,
    private readonly accessLog: AccessLog,
  ) {}

  @Route(list)
  async list(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { query }: InputOf<typeof list>,
  ) {
    const found = await this.queries.ask('FindAccessLog', query, caller);
    const { area } = query;
    await this.accessLog.record(caller, {
      action: 'view',
      subject: 'accessLog',
      area,
      purpose: purposeOf(request),
    });
    return found;
  }
}
