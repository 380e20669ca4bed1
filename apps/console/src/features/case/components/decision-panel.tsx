import { Alert, Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { AccountName } from '../../../components/account-name';
import { DeadlineTag } from '../../../components/deadline-tag';
import { ProblemAlert } from '../../../components/problem-alert';
import type { ReviewDetails } from '../../../lib/reviews-of-filing';
import { useMay, useSession } from '../../../lib/session/session-context';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { useCaseTexts } from '../texts';
import { CaseCard } from './case-card';
import { useCase, useCaseCommand } from './case-context';
import { ClaimedBy } from './claimed-by';
import { DecisionModal } from './decision-modal';
import { type Decision, decisionsFor } from './decisions';

/** The review under way: who holds it, until when, and the decisions that this step has. */
export function DecisionPanel() {
  const { review } = useCase();
  const mayWork = useMay('review:work');
  const mayComplete = useMay('review:complete');
  const mayCorrect = useMay('review:correct');
  if (!review) return null;
  const decisions = decisionsFor(review, { mayWork, mayComplete, mayCorrect });
  if (decisions.length === 0) return null;
  return <Deciding key={review.reviewId} review={review} decisions={decisions} />;
}

interface DecidingProps {
  readonly review: ReviewDetails;
  readonly decisions: readonly Decision[];
}

const KEYS: Partial<Record<Decision, string>> = {
  claim: 'c',
  release: 'l',
  pass: 'a',
  approve: 'a',
  recheckApprove: 'a',
  complete: 'a',
  supplement: 's',
  reject: 'x',
  recheckReturn: 'b',
};

const MAIN: ReadonlySet<Decision> = new Set(['pass', 'approve', 'recheckApprove', 'complete']);
const DANGER: ReadonlySet<Decision> = new Set(['reject']);

function Deciding({ review, decisions }: DecidingProps) {
  const t = useCaseTexts();
  const me = useSession().session?.account.accountId;
  const command = useCaseCommand();
  const [open, setOpen] = useState<Decision>();
  const held = review.assigneeId !== null;
  const mine = review.assigneeId === me;
  const offered = decisions.filter(
    (decision) => (decision !== 'claim' || !held) && (decision !== 'release' || mine),
  );
  const start = (decision: Decision): void => {
    if (decision === 'claim' || decision === 'release') command.mutate({ on: 'review', step: decision });
    else setOpen(decision);
  };
  useShortcuts(
    Object.fromEntries(
      offered.flatMap((decision) => {
        const key = KEYS[decision];
        return key === undefined ? [] : [[key, () => start(decision)]];
      }),
    ),
    open === undefined && !command.isPending,
  );
  return (
    <CaseCard title={t('section.decide')} extra={<DeadlineTag dueOn={review.deadline.dueOn} />}>
      <Holder assigneeId={review.assigneeId} mine={mine} />
      <Flex gap={8} wrap style={{ marginTop: 8 }}>
        {offered.map((decision) => (
          <Button
            key={decision}
            type={MAIN.has(decision) ? 'primary' : 'default'}
            danger={DANGER.has(decision)}
            disabled={held && !mine && decision !== 'correct' && decision !== 'conflict'}
            loading={command.isPending && (decision === 'claim' || decision === 'release')}
            onClick={() => start(decision)}
          >
            {t(`decide.${decision}`)}
            {KEYS[decision] && <kbd style={{ opacity: 0.7 }}> {KEYS[decision]}</kbd>}
          </Button>
        ))}
      </Flex>
      <ProblemAlert error={command.error} />
      <ClaimedBy error={command.error} assigneeId={review.assigneeId} />
      {open && <DecisionModal decision={open} review={review} onClose={() => setOpen(undefined)} />}
    </CaseCard>
  );
}

function Holder({ assigneeId, mine }: { readonly assigneeId: string | null; readonly mine: boolean }) {
  const t = useCaseTexts();
  if (mine) return <Typography.Text type="success">{t('decide.mine')}</Typography.Text>;
  if (assigneeId === null) return <Typography.Text type="secondary">{t('decide.unclaimed')}</Typography.Text>;
  return (
    <Alert
      type="info"
      showIcon
      title={
        <>
          {t('review.assignee')}
          {t('colon')}
          <AccountName id={assigneeId} />
        </>
      }
    />
  );
}
