import type { ApiClient } from '../harness/api-client';
import { filingIn, historyOf } from '../harness/filings';
import { reviewTimeline } from '../harness/reviews';
import { type Callers, type SentCase, type SentCommand, sendAgain } from './load';

/** How often each event may stand in the streams of a case of the load. */
const AT_MOST: Readonly<Record<string, number>> = { OriginalSeen: 2 };

type Callback = Callers & { readonly supervisor: ApiClient };

/**
 * Looks at what is left of the commands of a load: everything acknowledged is there, sending it again changes nothing and gets
 * the first answer, and what was in flight can be sent again without happening twice.
 * @returns what is not so; empty when all is well
 */
export async function lostOrTwice(cases: readonly SentCase[], callers: Callback): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const sent of cases) wrong.push(...(await lookAt(sent, callers)));
  return wrong;
}

async function lookAt(sent: SentCase, callers: Callback): Promise<readonly string[]> {
  const wrong: string[] = [];
  const kept = await eventsOf(sent, callers.supervisor);
  for (const command of sent.commands) {
    const { step, answer } = command;
    const stream = step.path.startsWith('reviews/') ? 'review' : 'filing';
    const at = `${stream}@${answer?.revision}`;
    if (answer && !kept.has(at)) wrong.push(`lost: ${step.path} was acknowledged as ${at}`);
    wrong.push(...(await sentAgain(command, callers)));
  }
  sent.filingId ??= sent.commands[0]?.answer?.id;
  const types = [...(await eventsOf(sent, callers.supervisor)).values()];
  for (const type of new Set(types)) {
    const times = types.filter((other) => other === type).length;
    if (times > (AT_MOST[type] ?? 1)) wrong.push(`${times} times ${type} in ${sent.filingId}`);
  }
  return wrong;
}

/** The same command under the same key; what had no answer yet gets its first one. */
async function sentAgain(command: SentCommand, callers: Callers): Promise<readonly string[]> {
  const { answer, by, step } = command;
  const again = await sendAgain(callers[by], command);
  command.answer ??= again;
  if (answer === undefined) return [];
  // The position is as good to wait for as the first one, which was not known yet when the result was kept.
  const later = BigInt(again.position) >= BigInt(answer.position);
  const same = later && again.id === answer.id && again.revision === answer.revision;
  return same ? [] : [`${step.path} answered ${JSON.stringify(answer)}, then ${JSON.stringify(again)}`];
}

/** Events of the filing and its review, by stream and revision. */
async function eventsOf(sent: SentCase, supervisor: ApiClient): Promise<ReadonlyMap<string, string>> {
  const events = new Map<string, string>();
  if (sent.filingId === undefined) return events;
  for (const { revision, type } of await historyOf(supervisor, sent.filingId))
    events.set(`filing@${revision}`, type);
  const review = sent.commands.find(({ step }) => step.path.startsWith('reviews/'))?.step.path.split('/')[1];
  if (review === undefined) return events;
  for (const { revision, type } of await reviewTimeline(supervisor, review))
    events.set(`review@${revision}`, type);
  return events;
}

/** What one context acknowledged reaches the other: every approval comes to its filing. */
export async function awaitApprovals(cases: readonly SentCase[], clerk: ApiClient): Promise<number> {
  const approved = cases.filter(({ commands }) =>
    commands.some(({ step, answer }) => answer !== undefined && step.path.endsWith('/approval')),
  );
  for (const { filingId = '' } of approved) await filingIn(clerk, filingId, 'approved', 'active');
  return approved.length;
}
