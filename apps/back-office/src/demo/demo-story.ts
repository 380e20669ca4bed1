import { type AnyCommand, daysBetween } from '@anjuan/event-sourcing';
import { type ReviewQueueRow, reviewQueue } from '@anjuan/reviewer-approval-domain';
import type { DemoFiling } from './demo-filing';
import { demoPolicy } from './demo-policies';
import type { DemoStage } from './demo-stage';

/** Days after registration at which a filing in force is cancelled, revoked or changed. */
const LATER = 30;

/**
 * Plays what becomes of a filing on a day.
 * @returns true when its story is told; false while something is to come on a later day
 */
export async function tellStory(
  stage: DemoStage,
  filing: DemoFiling,
  bureau: string,
  day: string,
): Promise<boolean> {
  if (filing.day === day) {
    await decideAtFirst(stage, filing, bureau);
    return !['cancelled', 'revoked', 'change-requested'].includes(filing.story);
  }
  if (daysBetween(filing.day, day) < LATER + 31 * filing.kind.minimumHoldingMonths) return false;
  const reasons = demoPolicy(stage.office, filing.person.insuredRegion, day);
  const of = (type: string, more: object): AnyCommand => ({
    type,
    data: { filingId: filing.filingId, ...more } as AnyCommand['data'],
  });
  if (filing.story === 'cancelled')
    await stage.as(`clerk.${bureau}`, of('CancelFiling', { reasonCode: reasons.cancelReasons[0]?.code }));
  if (filing.story === 'revoked')
    await stage.as(
      `supervisor.${bureau}`,
      of('RevokeFiling', { reasonCode: reasons.revokeReasons[0]?.code }),
    );
  if (filing.story === 'change-requested')
    await stage.as(
      `clerk.${bureau}`,
      of('RequestChange', { changes: { address: '滨海大道 88 号 3 单元 1201 室' } }),
    );
  return true;
}

async function decideAtFirst(stage: DemoStage, filing: DemoFiling, bureau: string): Promise<void> {
  const { story, filingId } = filing;
  const queued = (await stage.office.runner(reviewQueue.name).readModel.get(filingId)) as
    | ReviewQueueRow
    | undefined;
  // Automatic completion leaves nothing to decide.
  if (story === 'draft' || story === 'waiting' || !queued?.review || queued.status !== 'open') return;
  if (story === 'withdrawn')
    return stage.as(`clerk.${bureau}`, { type: 'WithdrawFiling', data: { filingId } });
  const { reviewId, route } = queued.review;
  const of = (type: string, more: object = {}): AnyCommand => ({
    type,
    data: { reviewId, ...more } as AnyCommand['data'],
  });
  if (route === 'one-visit')
    return stage.as(`clerk.${bureau}`, of('CompleteInOneVisit', { opinion: '材料核对无误，当场办结。' }));
  const reviewer = `reviewer.${bureau}`;
  await stage.as(reviewer, of('ClaimReview'));
  if (story !== 'claimed') await decide(stage, filing, bureau, { route, of });
}

interface Deciding {
  readonly route: string;
  readonly of: (type: string, more?: object) => AnyCommand;
}

async function decide(
  stage: DemoStage,
  filing: DemoFiling,
  bureau: string,
  { route, of }: Deciding,
): Promise<void> {
  const { story, person, kind, day } = filing;
  const [reviewer, second] = [`reviewer.${bureau}`, `reviewer2.${bureau}`];
  if (story === 'rejected') {
    const reasonCode = demoPolicy(stage.office, person.insuredRegion, day).rejectReasons[0]?.code;
    return stage.as(
      reviewer,
      of('RejectReview', { reasonCode, opinion: '材料与申报情况不符，请核实后重新申请。' }),
    );
  }
  if (story === 'returned') {
    const items = [kind.materials[0]?.code];
    return stage.as(reviewer, of('RequestSupplement', { items, opinion: '材料不清晰，请重新提交。' }));
  }
  if (route !== 'two-levels')
    return stage.as(reviewer, of('ApproveReview', { opinion: '符合备案条件，同意。' }));
  await stage.as(reviewer, of('PassFirstReview', { opinion: '初审通过。' }));
  await stage.as(second, of('ClaimReview'));
  await stage.as(second, of('RecheckApprove', { opinion: '复核同意。' }));
}
