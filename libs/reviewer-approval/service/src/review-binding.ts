import { bind, type GatherTools, SYSTEM_ONLY } from '@anjuan/event-sourcing';
import {
  type Review,
  type ReviewCommand,
  type ReviewSurroundings,
  review,
} from '@anjuan/reviewer-approval-domain';
import type { ContextTools } from '@anjuan/runtime';
import { samplingOf } from './sampling-seed';
import { calendarAround } from './work-calendar-copy.projection';

/** Who may send each command about a review, and what a decision must know besides its own stream. */
export const reviewBinding = (tools: ContextTools) => {
  const sampling = samplingOf(tools.keys);
  return bind({
    decider: review,
    permissions: {
      OpenReview: SYSTEM_ONLY,
      CompleteInOneVisit: 'review:complete',
      ClaimReview: 'review:work',
      ReleaseReview: 'review:work',
      AssignReview: 'review:assign',
      DeclareConflict: 'review:read',
      ExcludeFromReview: 'review:assign',
      PassFirstReview: 'review:work',
      RequestSupplement: 'review:work',
      ApproveReview: 'review:work',
      RejectReview: 'review:work',
      RecheckApprove: 'review:work',
      RecheckReturn: 'review:work',
      VoidReview: SYSTEM_ONLY,
      RemindReview: SYSTEM_ONLY,
      EscalateReview: SYSTEM_ONLY,
      RecalculateDeadline: SYSTEM_ONLY,
      CorrectDecision: 'review:correct',
      SampleReview: 'review:sample',
      RecordSampleResult: 'review:sample',
    },
    areasOf: (command: ReviewCommand, state: Review) => {
      if (state.status !== 'absent') return [state.file.insuredRegion];
      return command.type === 'OpenReview' ? [command.data.filing.insuredRegion] : [];
    },
    gather: async (command, state, gathering): Promise<ReviewSurroundings> => ({
      calendar: await calendarAround(
        gathering.today,
        tools,
        command.type === 'RecalculateDeadline' ? command.data : undefined,
      ),
      previous: await previousOf(command, gathering),
      personErased: state.status !== 'absent' && tools.keys.isDestroyed(state.file.filingId),
      assigneeMayReview: await mayBeAssigned(command, state, tools),
      sampling: await sampling(command.data.reviewId),
    }),
  });
};

/** The submission before is part of the decision, so the append checks that it has not moved. */
async function previousOf(command: ReviewCommand, { load }: GatherTools): Promise<Review | undefined> {
  if (command.type !== 'OpenReview' || !command.data.previousReviewId) return undefined;
  const { state } = await load(review, command.data.previousReviewId);
  return state;
}

async function mayBeAssigned(command: ReviewCommand, state: Review, tools: ContextTools): Promise<boolean> {
  if (command.type !== 'AssignReview' || command.data.reviewerId === null) return false;
  if (state.status === 'absent') return false;
  return tools.mayAct(command.data.reviewerId, 'review:work', state.file.insuredRegion);
}
