import { defineEvents, event, streamModel } from '@anjuan/event-sourcing';
import { z } from 'zod';

const accountId = z.string();
const administrationEvents = defineEvents({
  NationalAdministratorAdded: event(z.object({ accountId })),
  NationalAdministratorRemoved: event(z.object({ accountId })),
});

export interface AdministrationState {
  readonly accountIds: readonly string[];
}

/** The id of the one stream of this category. */
export const NATIONAL = 'national';

/**
 * The persons who can administrate the whole nation now. A stream of its own, so that two of them cannot remove each
 * other at the same moment and leave nobody.
 */
export const administration = streamModel<AdministrationState, typeof administrationEvents>({
  category: 'administration',
  events: administrationEvents,
  initialState: { accountIds: [] },
  evolve: {
    NationalAdministratorAdded: ({ accountIds }, added) => ({ accountIds: [...accountIds, added.accountId] }),
    NationalAdministratorRemoved: ({ accountIds }, removed) => ({
      accountIds: accountIds.filter((id) => id !== removed.accountId),
    }),
  },
});
