import { Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert';
import { useMay } from '../../../lib/session/session-context';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { type BatchResult, useBatch } from '../api/batch-reviews';
import type { ReviewRow } from '../api/review-row';
import { useReviewsTexts } from '../texts';
import { AssignModal } from './assign-modal';
import { BatchResults } from './batch-results';

interface BatchBarProps {
  readonly selected: readonly ReviewRow[];
  readonly onClear: () => void;
}

interface Outcome {
  readonly reviews: readonly ReviewRow[];
  readonly results: readonly BatchResult[];
}

/** What can be done with the selected reviews at once. */
export function BatchBar({ selected, onClear }: BatchBarProps) {
  const t = useReviewsTexts();
  const mayWork = useMay('review:work');
  const mayAssign = useMay('review:assign');
  const [assigning, setAssigning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const batch = useBatch();
  const some = selected.length > 0;
  const send = (reviewerId?: string | null) =>
    batch.mutate(
      { reviews: selected, reviewerId },
      {
        onSuccess: ({ results }) => {
          setOutcome({ reviews: selected, results });
          onClear();
        },
        onSettled: () => setAssigning(false),
      },
    );
  const claimAll = () => send();
  useShortcuts({ C: claimAll }, some && mayWork && !batch.isPending);
  useShortcuts({ a: () => setAssigning(true) }, some && mayAssign);
  return (
    <>
      <ProblemAlert error={batch.error} />
      {some && (
        <Flex
          role="toolbar"
          aria-label={t('selected', { count: selected.length })}
          align="center"
          gap={8}
          wrap
          style={{ padding: '8px 12px', marginBottom: 8, background: '#e3f1ef', borderRadius: 6 }}
        >
          <Typography.Text strong>{t('selected', { count: selected.length })}</Typography.Text>
          {mayWork && (
            <Button type="primary" loading={batch.isPending} onClick={claimAll}>
              {t('claimBatch')}
            </Button>
          )}
          {mayAssign && <Button onClick={() => setAssigning(true)}>{t('assignBatch')}</Button>}
          <Button type="text" onClick={onClear}>
            {t('clearSelection')}
          </Button>
        </Flex>
      )}
      <AssignModal
        reviews={assigning ? selected : undefined}
        busy={batch.isPending}
        onAssign={send}
        onClose={() => setAssigning(false)}
      />
      <BatchResults
        results={outcome?.results}
        reviews={outcome?.reviews ?? []}
        onClose={() => setOutcome(undefined)}
      />
    </>
  );
}
