import { type Actor, chinaDateOf } from '@anjuan/event-sourcing';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessRejections } from '../access/access-rejections';
import { Office } from '../office/office';
import { AccountDirectory } from './account-directory';
import type { AccountState } from './account-state';
import { newSecret, readBearer, sameText, secretHash } from './api-token';

/** Who a request comes from. */
export interface Identity {
  readonly by: 'cookie' | 'token' | 'nobody';
  readonly actor?: Actor;
  /** Hash of the cookie, the session's id in the store. */
  readonly sessionId?: string;
  readonly csrf?: string;
  /** The password is temporary: until it is changed the actor has no grants. */
  readonly mustChangePassword?: boolean;
}

export const SESSION_COOKIE = 'anjuan_session';

const NOBODY: Identity = { by: 'nobody' };
const HOUR = 3_600_000;

/** Proves who calls: the session cookie of a person, or the bearer token of a machine. */
@Injectable()
export class Authentication {
  constructor(
    private readonly office: Office,
    private readonly directory: AccountDirectory,
  ) {}

  /** Never fails for a bad cookie or token: that is nobody, and the guard refuses nobody where it must. */
  async identify(request: FastifyRequest): Promise<Identity> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(authorization);
    const cookie = request.cookies[SESSION_COOKIE];
    return cookie === undefined ? NOBODY : this.bySession(secretHash(cookie));
  }

  /** A page of another site can send the cookie but cannot read the session's token. @throws Rejected `access.csrf` */
  requireCsrf(request: FastifyRequest, identity: Identity): void {
    const given = request.headers['x-csrf-token'];
    if (typeof given !== 'string' || identity.csrf === undefined || !sameText(given, identity.csrf)) {
      accessRejections.reject('access.csrf');
    }
  }

  /** Starts a session and sets its cookie. @returns the token that changes must bring in `X-CSRF-Token` */
  startSession(reply: FastifyReply, { accountId, sessionsFrom }: AccountState): string {
    const { sessions } = this.office.engines;
    const [cookie, csrf, now] = [newSecret(), newSecret(), this.office.clock.now()];
    const hours = this.office.config.ANJUAN_SESSION_HOURS;
    const expiresAt = new Date(Date.parse(now) + hours * HOUR).toISOString();
    sessions.deleteExpired(now);
    sessions.put(secretHash(cookie), { accountId, csrf, expiresAt, sessionsFrom });
    reply.setCookie(SESSION_COOKIE, cookie, this.cookieOptions(Math.floor(hours * 3_600)));
    return csrf;
  }

  endSession(reply: FastifyReply, sessionId: string | undefined): void {
    if (sessionId !== undefined) this.office.engines.sessions.delete(sessionId);
    reply.clearCookie(SESSION_COOKIE, this.cookieOptions());
  }

  endSessionsOf(accountId: string): void {
    this.office.engines.sessions.deleteOfAccount(accountId);
  }

  private cookieOptions(maxAge?: number) {
    const secure = this.office.config.ANJUAN_ENV === 'production';
    return { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge } as const;
  }

  private bySession(sessionId: string): Identity {
    const { sessions } = this.office.engines;
    const session = sessions.get(sessionId);
    if (!session) return NOBODY;
    const holder = this.directory.find(session.accountId);
    const over = session.expiresAt <= this.office.clock.now();
    // Whatever ended the sessions of the account (disabling, another password), this one may have been missed.
    if (over || holder?.status !== 'active' || Number(session.sessionsFrom) < holder.sessionsFrom) {
      sessions.delete(sessionId);
      return NOBODY;
    }
    const { mustChangePassword } = holder;
    return { by: 'cookie', actor: actorOf(holder), sessionId, csrf: session.csrf, mustChangePassword };
  }

  private byToken(authorization: string): Identity {
    const presented = readBearer(authorization);
    const holder = presented && this.directory.holderOf(presented.tokenId);
    const token = presented && holder?.tokens[presented.tokenId];
    if (!token || holder?.status !== 'active' || !sameText(token.tokenHash, presented.tokenHash))
      return NOBODY;
    const expired = token.expiresOn !== undefined && token.expiresOn < chinaDateOf(this.office.clock.now());
    return expired ? NOBODY : { by: 'token', actor: actorOf(holder) };
  }
}

const actorOf = ({ accountId, kind, grants, mustChangePassword }: AccountState): Actor => ({
  accountId,
  kind,
  grants: mustChangePassword ? [] : grants,
});
