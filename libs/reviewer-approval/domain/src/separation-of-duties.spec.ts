import { type Actor, type AnyEvent, evolveWith, isElsewhere, Rejected } from '@anjuan/event-sourcing';
import { MONDAY_MORNING, nthId } from '@anjuan/testing';
import fc from 'fast-check';
import { openCommand, person, REVIEW, surroundings } from './example-review.fixture';
import { review } from './review';
import type { ReviewCommand } from './review.commands';
import type { ReviewEvent } from './review.events';
import type { Review } from './review-state';

const people = ['clerk-1', 'reviewer-1', 'reviewer-2', 'supervisor-1'];
const REGISTRAR = 'clerk-1';
const RUNS = { numRuns: 400, seed: 20260302 };

const at = { reviewId: REVIEW };
const commands: readonly ReviewCommand[] = [
  { type: 'ClaimReview', data: at },
  { type: 'ReleaseReview', data: at },
  { type: 'AssignReview', data: { ...at, reviewerId: null } },
  ...people.map((reviewerId) => ({ type: 'AssignReview' as const, data: { ...at, reviewerId } })),
  { type: 'DeclareConflict', data: { ...at, relation: 'self' } },
  { type: 'CompleteInOneVisit', data: { ...at, opinion: 'x' } },
  { type: 'PassFirstReview', data: { ...at, opinion: 'x' } },
  { type: 'RequestSupplement', data: { ...at, items: ['AGENT_ID'], opinion: 'x' } },
  { type: 'ApproveReview', data: { ...at, opinion: 'x' } },
  { type: 'RejectReview', data: { ...at, reasonCode: 'NOT_ENROLLED', opinion: 'x' } },
  { type: 'RecheckApprove', data: { ...at, opinion: 'x' } },
  { type: 'RecheckReturn', data: { ...at, opinion: 'x' } },
  { type: 'CorrectDecision', data: { ...at, outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion: 'x' } },
  { type: 'CorrectDecision', data: { ...at, outcome: 'approve', reasonCode: 'WRONG_PERSON', opinion: 'x' } },
  { type: 'SampleReview', data: at },
  { type: 'RecordSampleResult', data: { ...at, result: 'in-order', opinion: 'x' } },
  { type: 'VoidReview', data: { ...at, cause: 'decision-refused', code: 'x' } },
];

interface Step {
  readonly command: ReviewCommand;
  readonly actor: Actor;
}

/** The two levels are many steps deep: weighted so that most sequences get there. */
const deep = commands.filter(({ type }) =>
  ['PassFirstReview', 'RecheckApprove', 'RecheckReturn'].includes(type),
);

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    command: fc.constantFrom(...commands, ...deep, ...deep),
    actor: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...people).map(person) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...people)
          .map((onBehalfOf): Actor => ({ accountId: 'machine-1', kind: 'machine', grants: [], onBehalfOf })),
      },
    ),
  }),
  { minLength: 5, maxLength: 30, size: 'max' },
);

const policies = fc.record({
  completion: fc.constantFrom('one-visit', 'one-reviewer', 'two-levels', 'automatic'),
  separation: fc.constantFrom('none', 'registrar-not-reviewer', 'registrar-reviewer-rechecker'),
});

/** Runs the commands, passing over refusals, and returns what was recorded. */
function play(policy: Parameters<typeof openCommand>[0], sequence: readonly Step[]): readonly ReviewEvent[] {
  const system: Actor = { accountId: 'system:consumer', kind: 'system', grants: [] };
  const recorded: ReviewEvent[] = [];
  let state: Review = review.initialState;
  for (const { command, actor } of [{ command: openCommand(policy), actor: system }, ...sequence]) {
    for (const event of decide(command, state, actor)) {
      const meta = { revision: recorded.length, recordedAt: MONDAY_MORNING, effectiveOn: '', actorId: '' };
      state = evolveWith(review, state, event as AnyEvent, meta);
      recorded.push(event);
    }
  }
  return recorded;
}

function decide(command: ReviewCommand, state: Review, actor: Actor): readonly ReviewEvent[] {
  const context = { ...surroundings, now: MONDAY_MORNING, today: '2026-03-02', actor, channel: 'counter' };
  const picking = { ...context.sampling, draw: '0'.repeat(64) };
  try {
    const decided = review.decide[command.type](command.data as never, state, {
      ...context,
      sampling: picking,
      newId: () => nthId(1),
    });
    return decided.flatMap((item) => (isElsewhere(item) ? [] : [item]));
  } catch (error) {
    if (error instanceof Rejected) return [];
    throw error;
  }
}

const judged = (events: readonly ReviewEvent[]) =>
  events.flatMap((event) => ('decidedBy' in event.data ? [{ ...event, by: event.data.decidedBy }] : []));

const holds = (rule: (events: readonly ReviewEvent[], policy: { separation: string }) => boolean) =>
  fc.assert(
    fc.property(policies, steps, (policy, sequence) => rule(play(policy, sequence), policy)),
    RUNS,
  );

describe('whatever sequence of commands is sent', () => {
  it('the registrar does not review where the policy separates', () => {
    holds(
      (events, { separation }) =>
        separation === 'none' ||
        judged(events).every(
          (event) =>
            event.by !== REGISTRAR || (event.type === 'ReviewApproved' && event.data.path === 'one-visit'),
        ),
    );
  });

  it('the registrar completes in one visit only where the policy says so', () => {
    holds((events) => {
      const [opened] = events;
      const oneVisit = events.some(({ data }) => 'path' in data && data.path === 'one-visit');
      return !oneVisit || (opened?.type === 'ReviewOpened' && opened.data.completion === 'one-visit');
    });
  });

  it('nobody acts at both levels', () => {
    holds((events) => {
      const first = judged(events)
        .filter(({ type }) => type === 'FirstReviewPassed')
        .map(({ by }) => by);
      return judged(events).every(
        (event) =>
          !first.includes(event.by) ||
          (event.type !== 'RecheckReturned' && !('path' in event.data && event.data.path === 'recheck')),
      );
    });
  });

  it('nobody decides after a conflict of interest was declared', () => {
    holds((events) =>
      events.every((event, n) => {
        if (event.type !== 'ConflictDeclared') return true;
        return judged(events.slice(n)).every(({ by }) => by !== event.data.accountId);
      }),
    );
  });

  it('nobody samples what they decided, or decides what they sampled', () => {
    holds((events) => {
      const samplers = events.flatMap((event) =>
        event.type === 'SampleTaken' ? [event.data.samplerId] : [],
      );
      return judged(events).every(({ by }) => !samplers.includes(by));
    });
  });

  it('nobody decides what another holds', () => {
    holds((events) => {
      let holder: string | undefined;
      return events.every((event) => {
        if (event.type === 'ReviewClaimed' || event.type === 'ReviewAssigned') holder = event.data.reviewerId;
        else if (event.type === 'ReviewReleased') holder = undefined;
        else if (event.type === 'ConflictDeclared') holder = event.data.released ? undefined : holder;
        else if ('decidedBy' in event.data) {
          const fair = holder === undefined || holder === event.data.decidedBy;
          holder = undefined;
          return fair;
        }
        return true;
      });
    });
  });

  it('the sequences reach every outcome, so the rules above are put to the test', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(policies, steps, (policy, sequence) => {
        for (const { type, data } of play(policy, sequence))
          seen.add('path' in data ? `${type} ${data.path}` : type);
      }),
      RUNS,
    );
    for (const outcome of [
      'ReviewApproved automatic',
      'ReviewApproved one-visit',
      'ReviewApproved review',
      'ReviewApproved recheck',
      'ReviewRejected review',
      'RecheckReturned',
      'DecisionCorrected',
      'SampleTaken',
      'ConflictDeclared',
    ])
      expect(seen).toContain(outcome);
  });
});
