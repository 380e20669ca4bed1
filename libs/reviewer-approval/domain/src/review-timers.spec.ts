import type { EventMeta, TimerChange } from '@anjuan/event-sourcing';
import {
  approvedBy,
  claimedBy,
  firstPassedBy,
  opened,
  REVIEW,
  ref,
  supplementRequestedBy,
} from './example-review.fixture';
import type { ReviewEvent } from './review.events';
import { reviewTimers } from './review-timers';

const meta = {} as EventMeta;

/** The timers that a history leaves set: id and instant. */
function timersAfter(...events: readonly ReviewEvent[]): Record<string, string> {
  const set = new Map<string, string>();
  for (const { type, data } of events) {
    const rule = reviewTimers.on[type] as unknown as
      | 'no-timer'
      | ((of: typeof data, meta: EventMeta) => readonly TimerChange[]);
    if (rule === 'no-timer') continue;
    for (const { id, due } of rule(data, meta)) {
      if (due) set.set(id, due.at);
      else set.delete(id);
    }
  }
  return Object.fromEntries(set);
}

const remindAt = (instant: string) => ({ [`remind-${REVIEW}`]: instant });
const escalateAt = (instant: string) => ({ [`escalate-${REVIEW}`]: instant });

describe('timers of a review', () => {
  it('begin with it: on the reminder’s morning and when the last day is over, in China', () => {
    expect(timersAfter(opened(), claimedBy('reviewer-1'))).toEqual({
      ...remindAt('2026-03-05T16:00:00.000Z'),
      ...escalateAt('2026-03-09T16:00:00.000Z'),
    });
  });

  it('start anew with each step', () => {
    expect(timersAfter(opened(), firstPassedBy('reviewer-1'))).toEqual({
      ...remindAt('2026-03-02T16:00:00.000Z'),
      ...escalateAt('2026-03-04T16:00:00.000Z'),
    });
    expect(timersAfter(opened(), supplementRequestedBy('reviewer-1'))).toEqual({
      ...remindAt('2026-03-12T16:00:00.000Z'),
      ...escalateAt('2026-03-16T16:00:00.000Z'),
    });
  });

  it('go away once they fired', () => {
    const reminded = { type: 'ReviewReminded', data: { ...ref, dueOn: '2026-03-09' } } as const;
    const escalated = { type: 'ReviewEscalated', data: { ...ref, dueOn: '2026-03-09' } } as const;
    expect(timersAfter(opened(), reminded)).toEqual(escalateAt('2026-03-09T16:00:00.000Z'));
    expect(timersAfter(opened(), reminded, escalated)).toEqual({});
  });

  it('end with the decision', () => {
    expect(timersAfter(opened(), approvedBy('reviewer-1'))).toEqual({});
  });
});
