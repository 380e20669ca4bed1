import { commandSet } from '@anjuan/event-sourcing';
import {
  review,
  reviewDetails,
  reviewerWorkload,
  reviewQueue,
  reviewRejections,
  reviewSamples,
  reviewTimers,
} from '@anjuan/reviewer-approval-domain';
import type { ContextDefinition } from '@anjuan/runtime';
import { filingsConsumer } from './filings.consumer';
import { reviewPublisher } from './review.publisher';
import { reviewBinding } from './review-binding';
import { reviewQueries } from './review-queries';
import { supervisionQueries } from './supervision-queries';
import { workCalendarConsumer } from './work-calendar.consumer';
import { workCalendarCopy } from './work-calendar-copy.projection';

/** Reviews, from the queue to a decision: what the office runs of this context. */
export const reviewerApproval: ContextDefinition = {
  name: 'reviewer-approval',
  models: [review],
  commands: (tools) => [commandSet(reviewBinding(tools))],
  queries: (tools) => ({ ...reviewQueries(tools), ...supervisionQueries(tools) }),
  projections: [reviewQueue, reviewDetails, reviewSamples, reviewerWorkload, workCalendarCopy],
  publishers: [reviewPublisher],
  consumers: (tools) => [filingsConsumer, workCalendarConsumer(tools)],
  processes: [],
  timers: [reviewTimers],
  rejections: [reviewRejections.catalogue],
};
