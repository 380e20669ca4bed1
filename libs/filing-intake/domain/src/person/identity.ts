import { defineEvents, event, streamModel } from '@anjuan/event-sourcing';
import { z } from 'zod';

/**
 * Who holds an identity document. The stream's id is the keyed digest (HMAC) of document type and number, so that the
 * same document always leads to the same person and nobody can read the number from the stream's name.
 */
export const identityEvents = defineEvents({
  IdentityClaimed: event(z.object({ personId: z.uuid() })),
  /** The person was erased; whoever comes with the document later is a new person to the office. */
  IdentityReleased: event(z.object({ personId: z.uuid() })),
});

export interface Identity {
  readonly personId?: string;
}

export const identity = streamModel<Identity, typeof identityEvents>({
  category: 'identity',
  events: identityEvents,
  initialState: {},
  evolve: {
    IdentityClaimed: (_, { personId }) => ({ personId }),
    IdentityReleased: () => ({}),
  },
});

/** A document as a decision sees it: its digest, and what its stream says. */
export interface ClaimableIdentity {
  readonly digest: string;
  readonly claim: Identity;
  /** Who holds it, or a new random id where nobody does yet. */
  readonly personId: string;
}
