import {
  AccessLog,
  type Caller,
  Commands,
  type Exchange,
  etagOf,
  type InputOf,
  OfExchange,
  purposeOf,
  Queries,
  Route,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { v7 } from 'uuid';
import { FilingChecks } from './filing-checks';
import * as operations from './filing-operations';
import type { FilingDetails, FilingPage } from './filing-schemas';

/** Filings: found, looked at, filled in and submitted. */
@Controller('api/filings')
export class FilingController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly accessLog: AccessLog,
    private readonly filingChecks: FilingChecks,
  ) {}

  @Route(operations.list)
  list(@Who() caller: Caller, @Validated() { query }: InputOf<typeof operations.list>) {
    return this.queries.ask<FilingPage>('FindFilings', query, caller);
  }

  @Route(operations.search)
  async search(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { body }: InputOf<typeof operations.search>,
  ) {
    const found = await this.queries.ask<FilingPage>('FindFilings', body, caller);
    const purpose = purposeOf(request);
    await this.accessLog.record(caller, { action: 'search', subject: 'filing', text: body.search, purpose });
    return found;
  }

  @Route(operations.checks)
  checks(@Who() caller: Caller, @Validated() { body }: InputOf<typeof operations.checks>) {
    return this.filingChecks.of(body.filingId, caller);
  }

  @Route(operations.detail)
  async detail(
    @Who() caller: Caller,
    @OfExchange() exchange: Exchange,
    @Validated() { params }: InputOf<typeof operations.detail>,
  ) {
    const filing = await this.queries.ask<FilingDetails>('GetFiling', params, caller);
    await this.viewed(caller, exchange, filing);
    exchange.reply.header('etag', etagOf(filing.revision));
    return filing;
  }

  @Route(operations.history)
  async history(
    @Who() caller: Caller,
    @OfExchange() exchange: Exchange,
    @Validated() { params }: InputOf<typeof operations.history>,
  ) {
    const filing = await this.queries.ask<FilingDetails>('GetFiling', params, caller);
    caller.requireAnyArea('filing:history', [filing.insuredRegion]);
    await this.viewed(caller, exchange, filing);
    return { rows: filing.timeline };
  }

  @Route(operations.progress)
  progress(@Who() caller: Caller, @Validated() { params }: InputOf<typeof operations.progress>) {
    return this.queries.ask('GetProgress', params, caller);
  }

  @Route(operations.draft)
  draft(@OfExchange() exchange: Exchange, @Validated() { body }: InputOf<typeof operations.draft>) {
    const data = { ...body, filingId: v7() };
    return this.commands.send(exchange, { type: 'DraftFiling', data }, body.channel, body);
  }

  @Route(operations.revise)
  revise(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof operations.revise>) {
    return this.commands.send(exchange, { type: 'ReviseDraft', data: { ...body, ...params } });
  }

  @Route(operations.discard)
  discard(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof operations.discard>) {
    return this.commands.send(exchange, { type: 'DiscardDraft', data: params });
  }

  @Route(operations.notice)
  notice(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof operations.notice>) {
    return this.commands.send(exchange, { type: 'AcceptNotice', data: { ...body, ...params } });
  }

  @Route(operations.letter)
  letter(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof operations.letter>) {
    return this.commands.send(exchange, { type: 'SignLetter', data: { ...body, ...params } });
  }

  @Route(operations.originals)
  originals(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.originals>,
  ) {
    return this.commands.send(exchange, { type: 'RecordOriginalSeen', data: { ...body, ...params } });
  }

  @Route(operations.submit)
  submit(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof operations.submit>) {
    return this.commands.send(exchange, { type: 'SubmitFiling', data: params });
  }

  @Route(operations.resubmit)
  resubmit(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof operations.resubmit>) {
    return this.commands.send(exchange, { type: 'ResubmitFiling', data: params });
  }

  @Route(operations.withdraw)
  withdraw(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof operations.withdraw>) {
    return this.commands.send(exchange, { type: 'WithdrawFiling', data: params });
  }

  private viewed(
    caller: Caller,
    { request }: Exchange,
    { filingId, insuredRegion }: FilingDetails,
  ): Promise<void> {
    const subject = `filing-${filingId}`;
    return this.accessLog.record(caller, {
      action: 'view',
      subject,
      area: insuredRegion,
      purpose: purposeOf(request),
    });
  }
}
