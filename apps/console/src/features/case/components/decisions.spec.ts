import type { ReviewDetails } from '../../../lib/reviews-of-filing';
import { decisionsFor } from './decisions';

type Step = Pick<ReviewDetails, 'status'> & { readonly file: Pick<ReviewDetails['file'], 'route'> };
const at = (status: Step['status'], route: Step['file']['route']): Step => ({ status, file: { route } });
const reviewer = { mayWork: true, mayComplete: false, mayCorrect: false };
const clerk = { mayWork: false, mayComplete: true, mayCorrect: false };
const supervisor = { mayWork: false, mayComplete: false, mayCorrect: true };

it('one level is approved, two levels are passed first and approved on recheck', () => {
  expect(decisionsFor(at('open', 'one-reviewer'), reviewer)[0]).toBe('approve');
  expect(decisionsFor(at('open', 'two-levels'), reviewer)[0]).toBe('pass');
  expect(decisionsFor(at('first-passed', 'two-levels'), reviewer).slice(0, 2)).toEqual([
    'recheckApprove',
    'recheckReturn',
  ]);
});

it('a clerk completes at the window where the policy says so, and decides nothing else', () => {
  expect(decisionsFor(at('open', 'one-visit'), clerk)).toEqual(['complete']);
  expect(decisionsFor(at('open', 'one-reviewer'), clerk)).toEqual([]);
});

it('a decided review is only corrected, by a supervisor', () => {
  expect(decisionsFor(at('approved', 'one-reviewer'), reviewer)).toEqual([]);
  expect(decisionsFor(at('rejected', 'one-reviewer'), supervisor)).toEqual(['correct']);
});

it('nothing is decided while an answer is awaited or after a withdrawal', () => {
  expect(decisionsFor(at('supplement-requested', 'one-reviewer'), reviewer)).toEqual([]);
  expect(decisionsFor(at('voided', 'one-reviewer'), reviewer)).toEqual([]);
});
