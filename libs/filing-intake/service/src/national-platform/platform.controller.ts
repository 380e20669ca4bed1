import {
  AccessLog,
  type Caller,
  type Exchange,
  type InputOf,
  OfExchange,
  operation,
  purposeOf,
  Route,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { type Registration, registrationSchema } from './registration';
import { Spool } from './spool';

const PERMISSION = 'platform:transfer';

const registration = operation({
  method: 'GET',
  path: 'registrations/:filingId/:registration',
  summary: 'A spooled registration with the person in plain text, for the transfer to the national platform',
  access: PERMISSION,
  params: z.strictObject({ filingId: z.uuid(), registration: z.coerce.number().int().positive() }),
  response: registrationSchema,
});

/** What the transfer to the national platform asks of the office. */
@Controller('api/platform')
export class PlatformController {
  constructor(
    private readonly spool: Spool,
    private readonly accessLog: AccessLog,
  ) {}

  @Route(registration)
  async registration(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { params }: InputOf<typeof registration>,
  ): Promise<Registration> {
    const opened = await this.spool.open(params, PERMISSION, caller);
    await this.accessLog.record(caller, {
      action: 'export',
      subject: `filing-${opened.filingId}`,
      area: opened.filing.insuredRegion,
      purpose: purposeOf(request),
    });
    return opened;
  }
}
