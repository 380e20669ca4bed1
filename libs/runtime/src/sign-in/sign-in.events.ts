import { defineEvents, event, personal } from '@anjuan/event-sourcing';
import { z } from 'zod';

/** Missing when no account has the name that was tried. */
const accountId = z.string().optional();
const address = personal(z.string());

/** What happens under one username, known or not: both are recorded alike, so that an answer's time tells nothing. */
export const signInEvents = defineEvents({
  SignedIn: event(z.object({ accountId: z.string(), address })),
  SignInFailed: event(z.object({ accountId, address })),
  SignInLocked: event(z.object({ accountId, until: z.iso.datetime() })),
  /** An administrator set a new password. */
  SignInUnlocked: event(z.object({ accountId: z.string() })),
});
