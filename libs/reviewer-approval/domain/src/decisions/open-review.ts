import type { Completion } from '@anjuan/contracts';
import type { EventElsewhere } from '@anjuan/event-sourcing';
import { elsewhere } from '@anjuan/event-sourcing';
import type { ReviewCommandData } from '../review.commands';
import { type ReviewEvent, type ReviewEventData, reviewFileSchema } from '../review.events';
import { deadlineFor } from '../review-deadline';
import { refOf } from '../review-rules';
import type { OpenedReview, Review } from '../review-state';
import type { ReviewContext } from '../review-surroundings';
import { pickForSampling } from './sampling';

type Filing = ReviewCommandData<'OpenReview'>['filing'];

/**
 * Who completes a submission. What the policy would complete without a reviewer goes to one when the checks stand
 * against it: the machine needs every check passed, the clerk at the window needs none failed and looks at what could
 * not be verified.
 */
export function routeOf({ completion, checks }: Pick<Filing, 'completion' | 'checks'>): Completion {
  const allPassed = checks.every(({ outcome }) => outcome === 'passed');
  const noneFailed = checks.every(({ outcome }) => outcome !== 'failed');
  if (completion === 'automatic') return allPassed ? 'automatic' : 'one-reviewer';
  if (completion === 'one-visit') return noneFailed ? 'one-visit' : 'one-reviewer';
  return completion;
}

/** Opens the review of one submission; where the policy completes it automatically, decides it too. */
export function openReview(
  command: ReviewCommandData<'OpenReview'>,
  state: Review,
  context: ReviewContext,
): readonly (ReviewEvent | EventElsewhere)[] {
  if (state.status !== 'absent') return [];
  const previous = context.previous && context.previous.status !== 'absent' ? context.previous : undefined;
  const opened = openedBy(command, previous, context);
  return [
    { type: 'ReviewOpened', data: opened, facets: facetsOf(command.filing) },
    ...(opened.route === 'automatic' ? completeAutomatically(opened, context) : []),
    ...(previous?.status === 'supplement-requested' ? [answered(previous, command.reviewId)] : []),
  ];
}

const facetsOf = ({ policyDigest, evidence }: Filing) => ({ policyDigest, evidence });

const answered = (previous: OpenedReview, nextReviewId: string): EventElsewhere =>
  elsewhere('review', previous.file.reviewId, {
    type: 'ResubmissionReceived',
    data: { ...refOf(previous), nextReviewId },
  });

/** Only what the event declares: a message may say more one day. */
function openedBy(
  { reviewId, filing, submittedOn }: ReviewCommandData<'OpenReview'>,
  previous: OpenedReview | undefined,
  { calendar, sampling }: ReviewContext,
): ReviewEventData<'ReviewOpened'> {
  const { firstReviewWorkingDays, remindWorkingDaysBefore, sampleOneIn } = filing.review;
  return reviewFileSchema.parse({
    ...filing,
    reviewId,
    submittedOn,
    limits: filing.review,
    filingRevision: filing.revision,
    route: routeOf(filing),
    ...carriedOver(filing.registrarId, previous),
    deadline: deadlineFor(calendar, submittedOn, firstReviewWorkingDays, remindWorkingDaysBefore),
    sampling: { oneIn: sampleOneIn, seedDigest: sampling.seedDigest },
  });
}

/**
 * Conflicts follow the filing through all its reviews. Whoever registered what was sent back for a supplement counts as
 * registrar of the answer too; a later change or extension is an application of its own.
 */
function carriedOver(registrarId: string, previous: OpenedReview | undefined) {
  const earlier = previous?.status === 'supplement-requested' ? previous.file.registrars : [];
  return {
    registrars: [...new Set([...earlier, registrarId])],
    conflicts: [...(previous?.conflicts ?? [])],
    ...(previous ? { previousReviewId: previous.file.reviewId } : {}),
  };
}

function completeAutomatically(
  opened: ReviewEventData<'ReviewOpened'>,
  context: ReviewContext,
): readonly ReviewEvent[] {
  const { reviewId, filingId, submission, insuredRegion, filingRevision, policyDigest, evidence } = opened;
  const ref = { reviewId, filingId, submission, insuredRegion };
  const decidedBy = context.actor.accountId;
  return [
    {
      type: 'ReviewApproved',
      data: { ...ref, filingRevision, policyDigest, evidence, decidedBy, path: 'automatic' },
      facets: { policyDigest, evidence },
    },
    ...pickForSampling(ref, opened.sampling.oneIn, context),
  ];
}
