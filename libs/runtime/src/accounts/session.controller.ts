import { Rejected } from '@anjuan/event-sourcing';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { accessRejections } from '../access/access-rejections';
import { Commands, type Exchange, OfExchange } from '../http/command-sender';
import { type InputOf, operation, Validated } from '../http/input';
import { Route } from '../http/operation';
import { Office } from '../office/office';
import { hashPassword, passwordSchema, requireStrong } from '../sign-in/passwords';
import { type SessionView, sessionSchema, sessionView } from '../sign-in/session-views';
import { SignIns } from '../sign-in/sign-ins';
import { AccountDirectory } from './account-directory';
import { accountRejections } from './account-rejections';
import type { AccountState } from './account-state';
import { Authentication } from './authentication';

const signIn = operation({
  method: 'POST',
  path: '',
  summary: 'Sign in with username and password; sets the session cookie',
  access: 'public',
  body: z.strictObject({ username: z.string().trim().min(1).max(64), password: passwordSchema }),
  response: sessionSchema,
  example: { username: 'clerk.xiamen', password: 'correct horse battery staple' },
});

const current = operation({
  method: 'GET',
  path: '',
  summary: 'Who is signed in, what they may do, and the token that changes must bring in X-CSRF-Token',
  access: 'signed-in',
  response: sessionSchema,
});

const signOut = operation({
  method: 'DELETE',
  path: '',
  summary: 'Sign out',
  access: 'signed-in',
  status: 204,
});

const changePassword = operation({
  method: 'POST',
  path: 'password',
  summary: 'Change the own password; ends all sessions and starts a new one',
  access: 'signed-in',
  body: z.strictObject({ oldPassword: passwordSchema, newPassword: passwordSchema }),
  response: sessionSchema,
  example: { oldPassword: 'Temporary-2026', newPassword: 'correct horse battery staple' },
});

/** Signing in and out, and the own password. */
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIns: SignIns,
    private readonly authentication: Authentication,
    private readonly directory: AccountDirectory,
    private readonly commands: Commands,
    private readonly office: Office,
  ) {}

  @Route(signIn)
  async signIn(
    @OfExchange() { request, reply }: Exchange,
    @Validated() { body }: InputOf<typeof signIn>,
  ): Promise<SessionView> {
    const attempt = { ...body, address: request.ip, correlationId: request.id };
    const { account, position } = await this.signIns.attempt(attempt);
    await this.directory.reached(position);
    this.authentication.endSession(reply, request.office?.sessionId);
    return this.view(account, this.authentication.startSession(reply, account));
  }

  @Route(current)
  current(@OfExchange() { request }: Exchange): SessionView {
    return this.view(this.holderOf(request), request.office?.csrf);
  }

  @Route(signOut)
  signOut(@OfExchange() { request, reply }: Exchange): void {
    this.authentication.endSession(reply, request.office?.sessionId);
  }

  @Route(changePassword)
  async changePassword(
    @OfExchange() exchange: Exchange,
    @Validated() { body }: InputOf<typeof changePassword>,
  ): Promise<SessionView> {
    const { request, reply } = exchange;
    const { accountId, username, kind } = this.holderOf(request);
    if (kind === 'machine') accountRejections.reject('account.machine-has-no-password');
    const attempt = { username, password: body.oldPassword, address: request.ip, correlationId: request.id };
    const { account } = await this.signIns.attempt(attempt).catch(tellOldPasswordIsWrong);
    requireStrong(body.newPassword, username);
    if (body.newPassword === body.oldPassword) accountRejections.reject('account.password-weak');
    const passwordHash = await hashPassword(body.newPassword);
    const data = { accountId, passwordHash, replaces: account.passwordHash };
    const { position } = await this.commands.send(exchange, { type: 'ChangePassword', data });
    await this.directory.reached(position);
    this.authentication.endSessionsOf(accountId);
    const changed = this.holderOf(request);
    return this.view(changed, this.authentication.startSession(reply, changed));
  }

  private view(holder: AccountState, csrfToken?: string): SessionView {
    return sessionView(holder, this.office.demo, csrfToken);
  }

  private holderOf({ office }: Exchange['request']): AccountState {
    const accountId = office?.actor?.accountId;
    const holder = accountId === undefined ? undefined : this.directory.find(accountId);
    return holder ?? accessRejections.reject('access.sign-in-required');
  }
}

function tellOldPasswordIsWrong(error: unknown): never {
  if (error instanceof Rejected && error.code === 'access.wrong-credentials') {
    accountRejections.reject('account.wrong-password');
  }
  throw error;
}
