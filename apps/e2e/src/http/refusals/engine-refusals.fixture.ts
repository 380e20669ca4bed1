import { setTimeout as pause } from 'node:timers/promises';
import { eventStoreFile, openDatabase } from '@anjuan/embedded';
import { z } from 'zod';
import { file, must } from '../filing-case.fixture';
import { type Answer, type HttpOffice, succeeded } from '../http-office.fixture';
import { holdCommits } from './held-commits.fixture';
import type { Provoke, Refusals } from './refusal.fixture';

const drafting = (office: HttpOffice): Promise<Answer> =>
  office.call('clerk.cd', 'POST', 'filings', { body: { insuredRegion: '510100' } });

/** Almost the largest body there may be; the store's queue holds 64 MiB of events. */
const LARGE = 'x'.repeat(1_000_000);
const ENOUGH = 70;

/** An answer that has to come while commits are held; waiting for ever would hold up all that comes after. */
const soon = (answer: Promise<Answer>): Promise<Answer> =>
  Promise.race([
    answer,
    pause(10_000, undefined, { ref: false }).then(() => {
      throw new Error('not refused, but waiting for the commit');
    }),
  ]);

/** A draft of a policy as large as a body may be. */
function largeDraft(office: HttpOffice): Promise<Answer> {
  const items = { notice: { version: 'large', zh: '告知书', en: LARGE } };
  const body = { effectiveFrom: '2027-01-01', items, sources: { notice: 'test' } };
  return office.call('drafter', 'PUT', 'policies/350800/draft', { body, ifMatch: -1 });
}

/**
 * The disk is slower than the requests: drafts that were all decided on the same view wait, until the queue is full and
 * one is answered. Once the disk goes on, the first of those that waited holds.
 */
const busy: Provoke = async (office) => {
  await office.credentials('drafter');
  const held = holdCommits(office);
  const waiting = Array.from({ length: ENOUGH }, () => largeDraft(office));
  await soon(Promise.race(waiting));
  return {
    run: () => soon(largeDraft(office)),
    after: async () => {
      held.release();
      await Promise.all(waiting);
    },
  };
};

/** Another program keeps the log's file locked for longer than the office waits. */
const unavailable: Provoke = async (office) => {
  const other = openDatabase(eventStoreFile(office.test.office.engines.folder.log));
  other.exec('BEGIN IMMEDIATE');
  return {
    run: () => drafting(office),
    after: async () => {
      other.exec('ROLLBACK');
      other.close();
    },
  };
};

/** What the engine cannot do now. */
export const engineRefusals: Refusals = {
  'store.busy': busy,
  'store.unavailable': unavailable,
};

const conflicts = z.looseObject({ conflicts: z.array(z.string()) });

/**
 * Many people change one case at the same moment without saying what they saw; who loses eight times is told so.
 * @returns the answer to one who lost, and whether any trace of that request was recorded
 */
export async function contended(office: HttpOffice): Promise<{ answer: Answer; recorded: boolean }> {
  const filing = await file(office, { bureau: 'cd', kind: 'OTHER_TEMPORARY', channel: 'website' });
  const { reviewId } = await filing.review();
  const path = `reviews/${reviewId}`;
  await office.credentials('supervisor.cd');
  const accountIds = Array.from({ length: 40 }, (_, n) => `somebody-${n}`);
  const answers = await Promise.all(
    accountIds.map((accountId) =>
      office.call('supervisor.cd', 'POST', `${path}/exclusion`, {
        body: { accountId, relation: 'relative' },
      }),
    ),
  );
  const lost = answers.findIndex(({ status }) => status === 503);
  const answer = answers[lost];
  if (!answer) throw new Error('nobody lost');
  const detail = succeeded(await office.get('supervisor.cd', path), conflicts);
  return { answer, recorded: detail.conflicts.includes(accountIds[lost] ?? '') };
}

/** The erasure is recorded, but nothing carries it out any more; it will go on when the office starts again. */
export async function unfinishedErasure(office: HttpOffice): Promise<Answer> {
  const filing = await file(office, { bureau: 'cd', kind: 'OTHER_TEMPORARY', channel: 'website' });
  await must(filing.act('withdrawal'));
  const { personId } = await filing.detail();
  await office.credentials('admin');
  await office.test.office.erasures.stop();
  const headers = await office.credentials('admin');
  return office.sendOnly(headers, 'POST', `persons/${personId}/erasure`, {
    body: { reasonCode: 'PERSON_REQUEST' },
  });
}
