import type { Actor } from '@anjuan/event-sourcing';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller';

/** A request after authentication and validation. */
export interface OfficeRequest extends FastifyRequest {
  office?: RequestContext;
}

export interface RequestContext {
  /** Missing on public routes. */
  readonly caller?: Caller;
  readonly actor?: Actor;
  /** How the caller proved who it is; a cookie needs the CSRF defence. */
  readonly by: 'cookie' | 'token' | 'nobody';
  /** What was validated: parameters, query and body. */
  input: { params: unknown; query: unknown; body: unknown };
  /** Session of the cookie, for signing out. */
  readonly sessionId?: string;
  /** Token of the session, which changes must bring along. */
  readonly csrf?: string;
}
