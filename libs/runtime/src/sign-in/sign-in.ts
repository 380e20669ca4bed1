import { type CommandOf, decider, defineCommands } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { accountKey } from '../accounts/account.events';
import { signInEvents } from './sign-in.events';
import { signInRejections } from './sign-in-rejections';
import { isLocked, type SignInState } from './sign-in-state';

/** Failures in a row after which a name is locked; GB/T 22239-2019 8.1.4.1 asks for a limit, its value is ours. */
export const MAX_FAILURES = 5;

/** How long a name stays locked. */
export const LOCK_MINUTES = 15;

const attempt = { streamId: z.string(), address: z.string() };

/** Recorded by the system on behalf of whoever signs in. */
export const signInCommands = defineCommands({
  RecordSignIn: z.strictObject({ ...attempt, accountId: z.string() }),
  RecordFailedSignIn: z.strictObject({ ...attempt, accountId: z.string().optional() }),
});

export type SignInCommand = CommandOf<typeof signInCommands>;

/** One stream a month for each name, so that it stays short; a lock-out ends with the month at the latest. */
export const signInStreamId = (usernameDigest: string, today: string): string =>
  `${usernameDigest}.${today.slice(0, 7)}`;

const lockEnd = (now: string): string => new Date(Date.parse(now) + LOCK_MINUTES * 60_000).toISOString();

/** Attempts to sign in under one username, and when it is locked. */
export const signIn = decider<SignInState, SignInCommand, typeof signInEvents>({
  category: 'signIn',
  events: signInEvents,
  initialState: { failures: 0 },
  idOf: ({ data }) => data.streamId,
  keyOf: (_, { data }) =>
    typeof data.accountId === 'string' ? accountKey(data.accountId) : 'sign-in-unknown',
  decide: {
    RecordSignIn: ({ accountId, address }, state, { now }) => {
      if (isLocked(state, now)) signInRejections.reject('access.locked');
      return [{ type: 'SignedIn', data: { accountId, address } }];
    },
    RecordFailedSignIn: ({ accountId, address }, state, { now }) => {
      if (isLocked(state, now)) signInRejections.reject('access.locked');
      const failed = { type: 'SignInFailed' as const, data: { accountId, address } };
      if (state.failures + 1 < MAX_FAILURES) return [failed];
      return [failed, { type: 'SignInLocked', data: { accountId, until: lockEnd(now) } }];
    },
  },
  evolve: {
    SignedIn: () => ({ failures: 0 }),
    SignInFailed: ({ failures, lockedUntil }) => ({ failures: failures + 1, lockedUntil }),
    SignInLocked: (_, { until }) => ({ failures: 0, lockedUntil: until }),
    SignInUnlocked: () => ({ failures: 0 }),
  },
});
