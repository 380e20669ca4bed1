import type { CommandResult } from '@anjuan/event-sourcing';
import { Controller } from '@nestjs/common';
import type { Caller } from '../access/caller';
import { AccessLog } from '../access-log/access-log';
import { purposeOf } from '../access-log/purpose';
import { type Exchange, etagOf, OfExchange, Queries, Who } from '../http/command-sender';
import { type InputOf, Validated } from '../http/input';
import { Route } from '../http/operation';
import { requireStrong } from '../sign-in/passwords';
import { AccountAdministration } from './account-administration';
import * as operations from './account-operations';
import { areasOfAccount } from './account-state';
import type { AccountRow } from './accounts.projection';
import { Authentication } from './authentication';

type Input<N extends keyof typeof operations> = InputOf<(typeof operations)[N]>;

/** Accounts, as the administrators of their areas see and change them. */
@Controller('api/accounts')
export class AccountController {
  constructor(
    private readonly administration: AccountAdministration,
    private readonly authentication: Authentication,
    private readonly queries: Queries,
    private readonly accessLog: AccessLog,
  ) {}

  @Route(operations.listAccounts)
  list(@Who() caller: Caller, @Validated() { query }: Input<'listAccounts'>) {
    return this.queries.ask('FindAccounts', query, caller);
  }

  @Route(operations.searchAccounts)
  async search(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { body }: Input<'searchAccounts'>,
  ) {
    const purpose = purposeOf(request);
    await this.accessLog.record(caller, { action: 'search', subject: 'account', text: body.search, purpose });
    return this.queries.ask('FindAccounts', body, caller);
  }

  @Route(operations.showAccount)
  async show(
    @Who() caller: Caller,
    @OfExchange() { request, reply }: Exchange,
    @Validated() { params }: Input<'showAccount'>,
  ) {
    const found = await this.queries.ask<AccountRow>('FindAccount', params, caller);
    const entry = { subject: `account-${params.accountId}`, area: areasOfAccount(found)[0] };
    await this.accessLog.record(caller, { action: 'view', ...entry, purpose: purposeOf(request) });
    reply.header('etag', etagOf(found.revision));
    return found;
  }

  @Route(operations.showActivity)
  async activity(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { params, query }: Input<'showActivity'>,
  ) {
    const asked = { ...params, ...query };
    const found = await this.queries.ask<{ areas: readonly string[] }>('FindAccountActivity', asked, caller);
    const entry = { subject: `account-${params.accountId}`, area: found.areas[0] };
    await this.accessLog.record(caller, { action: 'view', ...entry, purpose: purposeOf(request) });
    return found;
  }

  @Route(operations.createAccount)
  async create(
    @OfExchange() exchange: Exchange,
    @Validated() { body }: Input<'createAccount'>,
  ): Promise<CommandResult> {
    const accountId = body.accountId ?? this.administration.newAccountId(exchange);
    if (body.kind === 'machine') {
      return this.administration.send(exchange, { type: 'CreateAccount', data: { ...body, accountId } });
    }
    const { password, ...rest } = body;
    requireStrong(password, body.username);
    const passwordHash = await this.administration.hash(exchange, password);
    return this.administration.send(exchange, {
      type: 'CreateAccount',
      data: { ...rest, accountId, passwordHash },
    });
  }

  @Route(operations.changeGrants)
  changeGrants(@OfExchange() exchange: Exchange, @Validated() { params, body }: Input<'changeGrants'>) {
    return this.administration.send(exchange, { type: 'ChangeGrants', data: { ...params, ...body } });
  }

  @Route(operations.disableAccount)
  async disable(@OfExchange() exchange: Exchange, @Validated() { params }: Input<'disableAccount'>) {
    const result = await this.administration.send(exchange, { type: 'DisableAccount', data: params });
    this.authentication.endSessionsOf(params.accountId);
    return result;
  }

  @Route(operations.enableAccount)
  enable(@OfExchange() exchange: Exchange, @Validated() { params }: Input<'enableAccount'>) {
    return this.administration.send(exchange, { type: 'EnableAccount', data: params });
  }

  @Route(operations.resetPassword)
  async resetPassword(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: Input<'resetPassword'>,
  ): Promise<CommandResult> {
    const { accountId } = params;
    requireStrong(body.password, await this.administration.usernameOf(accountId));
    const passwordHash = await this.administration.hash(exchange, body.password);
    const command = { type: 'ResetPassword', data: { accountId, passwordHash } };
    const result = await this.administration.send(exchange, command);
    this.authentication.endSessionsOf(accountId);
    return result;
  }

  @Route(operations.issueToken)
  issueToken(@OfExchange() exchange: Exchange, @Validated() { params, body }: Input<'issueToken'>) {
    return this.administration.issueToken(exchange, { ...body, ...params });
  }

  @Route(operations.revokeToken)
  revokeToken(@OfExchange() exchange: Exchange, @Validated() { params }: Input<'revokeToken'>) {
    return this.administration.send(exchange, { type: 'RevokeToken', data: params });
  }
}
