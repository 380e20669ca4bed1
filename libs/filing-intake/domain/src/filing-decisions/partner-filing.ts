import { type AnyEvent, evolveWith, isElsewhere } from '@anjuan/event-sourcing';
import type { z } from 'zod';
import { submissionRejections } from '../checks/submission-rejections';
import type { filingCommands } from '../filing/filing.commands';
import { filingEvents } from '../filing/filing.events';
import { filingHistory } from '../filing/filing-history';
import { absentFiling, type Filing } from '../filing/filing-state';
import type { FilingSurroundings } from '../filing/filing-surroundings';
import type { Decisions, DecisionsOn } from './decisions';
import { drafting } from './drafting';
import { submitted } from './submitting';

type PartnerData = z.output<(typeof filingCommands)['ReferFiling']>;

/** Filings that a partner files in one step: drafted, notice shown, originals seen, submitted. */
export const partnerFiling: DecisionsOn<'ReferFiling' | 'CollectFiling'> = {
  ReferFiling: (data, state, around) => fileWhole('hospital', data, state, around),
  CollectFiling: (data, state, around) => fileWhole('employer', data, state, around),
};

function fileWhole(
  by: 'hospital' | 'employer',
  { filingId, insuredRegion, data, noticeVersion, originalsSeen }: PartnerData,
  state: Filing,
  around: FilingSurroundings,
) {
  const filled = { identityChecked: 'partner-confirmed' as const, ...data, filedBy: by };
  const steps: ((state: Filing) => ReturnType<Decisions['DraftFiling']>)[] = [
    (now) => drafting.DraftFiling({ filingId, insuredRegion, channel: by, data: filled }, now, around),
    (now) => drafting.AcceptNotice({ filingId, version: noticeVersion }, now, around),
    ...originalsSeen.map(
      (item) => (now: Filing) => drafting.RecordOriginalSeen({ filingId, item }, now, around),
    ),
    (now) => submitted(now, withClaim(around)),
  ];
  return inSequence(state, steps, around);
}

/** The draft claims the applicant's document in this same append. */
function withClaim(around: FilingSurroundings): FilingSurroundings {
  const { identity } = around;
  if (!identity) return submissionRejections.reject('filing.id-number-invalid');
  return { ...around, identity: { ...identity, claim: { personId: identity.personId } } };
}

/** Decides step by step, each on the state that the events so far lead to. */
function inSequence(
  first: Filing,
  steps: readonly ((state: Filing) => ReturnType<Decisions['DraftFiling']>)[],
  { now, today, actor }: FilingSurroundings,
) {
  const model = {
    category: 'filing',
    events: filingEvents,
    initialState: absentFiling,
    evolve: filingHistory,
  };
  const decided: ReturnType<Decisions['DraftFiling']>[number][] = [];
  let state = first;
  let revision = -1;
  for (const step of steps) {
    for (const item of step(state)) {
      decided.push(item);
      if (isElsewhere(item)) continue;
      const meta = { revision: ++revision, recordedAt: now, effectiveOn: today, actorId: actor.accountId };
      state = evolveWith(model, state, item as AnyEvent, meta);
    }
  }
  return decided;
}
