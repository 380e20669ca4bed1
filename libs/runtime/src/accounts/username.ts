import { defineEvents, event, streamModel } from '@anjuan/event-sourcing';
import { z } from 'zod';

const usernameEvents = defineEvents({ UsernameClaimed: event(z.object({ accountId: z.string() })) });

export interface UsernameState {
  readonly accountId?: string;
}

/** Who has a username. The stream's id is a keyed digest of the name, so that the log does not tell it. */
export const username = streamModel<UsernameState, typeof usernameEvents>({
  category: 'username',
  events: usernameEvents,
  initialState: {},
  evolve: { UsernameClaimed: (_, { accountId }) => ({ accountId }) },
});

/** The digest that stands for a username; takes the office's keyed digest. */
export const usernameDigest = (keyedDigest: (scope: string, text: string) => string, name: string): string =>
  keyedDigest('username', name.trim().toLowerCase());
