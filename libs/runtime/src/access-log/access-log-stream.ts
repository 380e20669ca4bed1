import { areaCodeSchema } from '@anjuan/contracts';
import { defineEvents, event, personal, streamModel } from '@anjuan/event-sourcing';
import { z } from 'zod';

export const ACCESS_ACTIONS = ['view', 'search', 'export', 'download', 'print'] as const;

export const accessLogEvents = defineEvents({
  AccessRecorded: event(
    z.object({
      accountId: z.string(),
      action: z.enum(ACCESS_ACTIONS),
      /** The stream that was looked at, or what was searched. */
      subject: z.string().min(1),
      area: areaCodeSchema.optional(),
      purpose: z.string().optional(),
      /** What was searched for; it may name a person. */
      text: personal(z.string()).optional(),
    }),
  ),
});

/** What one account looked at on one day. Nothing is decided from it. */
export const accessLogStream = streamModel<null, typeof accessLogEvents>({
  category: 'accessLog',
  events: accessLogEvents,
  initialState: null,
  evolve: { AccessRecorded: () => null },
});

/** Key of the texts that an account searched for. */
export const accessLogKey = (accountId: string): string => `accessLog-${accountId}`;
