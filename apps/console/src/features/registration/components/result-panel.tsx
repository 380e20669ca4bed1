import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input, Result, Typography } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DocumentModal } from '../../../components/document-modal';
import { ProblemAlert } from '../../../components/problem-alert';
import { ShortcutSheet } from '../../../components/shortcut-sheet';
import { FilingStatusTag } from '../../../components/status-tags';
import type { FilingDetails } from '../../../lib/filing-details';
import { type ReviewDetails, useReview, useReviewsOfFiling } from '../../../lib/reviews-of-filing';
import { useMay } from '../../../lib/session/session-context';
import { useShortcuts } from '../../../lib/use-shortcuts';
import { completeInOneVisit } from '../api/complete-in-one-visit';
import { useRegistrationTexts } from '../texts';

const GRANTED: readonly string[] = ['approved', 'active'];

/** After submitting: number, status, what comes next, printing, and the next filing. */
export function ResultPanel({ details }: { readonly details: FilingDetails }) {
  const t = useRegistrationTexts();
  const navigate = useNavigate();
  const { filingId, status, summary } = details;
  const [printed, setPrinted] = useState<'form' | 'receipt'>();
  const latest = useReviewsOfFiling(filingId).data?.at(-1);
  const review = useReview(latest?.reviewId).data;
  const another = () => void navigate('/filings/new');
  const openCase = () => void navigate(`/filings/${filingId}`);
  useShortcuts({
    'alt+n': another,
    n: another,
    f: () => setPrinted('form'),
    r: () => setPrinted('receipt'),
    Enter: openCase,
  });
  return (
    <Card>
      <Result
        status={status === 'rejected' ? 'error' : 'success'}
        title={t('result.title')}
        subTitle={
          <Flex vertical gap={6} align="center">
            <span>
              {t('result.number')}{' '}
              <Typography.Text strong copyable className="num" style={{ fontSize: 18 }}>
                {summary?.filingNumber}
              </Typography.Text>
            </span>
            <FilingStatusTag status={status} />
            <NextStep status={status} review={review} />
          </Flex>
        }
        extra={
          <Flex gap={8} wrap justify="center">
            <Button onClick={() => setPrinted('form')}>{t('result.form')} (F)</Button>
            <Button onClick={() => setPrinted('receipt')}>{t('result.receipt')} (R)</Button>
            <Button onClick={openCase}>{t('result.open')} (Enter)</Button>
            <Button type={status === 'submitted' ? 'default' : 'primary'} onClick={another}>
              {t('result.another')} (N)
            </Button>
            <Keys />
          </Flex>
        }
      >
        {review && <OneVisit review={review} />}
      </Result>
      <DocumentModal
        path={printed && `/filings/${filingId}/${printed}.pdf`}
        title={t(`result.${printed ?? 'form'}`)}
        fileName={`${summary?.filingNumber ?? filingId}-${printed}.pdf`}
        onClose={() => setPrinted(undefined)}
      />
    </Card>
  );
}

function NextStep({ status, review }: { status: string; review: ReviewDetails | undefined }) {
  const t = useRegistrationTexts();
  if (GRANTED.includes(status)) return <>{t('result.approved')}</>;
  if (status === 'rejected') return <>{t('result.rejected')}</>;
  if (!review) return <>{t('result.waiting')}</>;
  if (review.file.route === 'one-visit') return <>{t('result.oneVisit')}</>;
  return <>{t('result.reviewing', { date: review.deadline.dueOn })}</>;
}

/** 即时办结: completes the filing at the window, where policy and checks allow it. */
function OneVisit({ review }: { readonly review: ReviewDetails }) {
  const t = useRegistrationTexts();
  const may = useMay('review:complete');
  const queries = useQueryClient();
  const [opinion, setOpinion] = useState('');
  const { reviewId, revision, status, file } = review;
  const unsure = file.checks.some(({ outcome }) => outcome !== 'passed');
  const complete = useMutation({
    mutationFn: () => completeInOneVisit(reviewId, revision, opinion),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [head] }) => head === 'review' || head === 'filing',
      }),
  });
  const ready = may && status === 'open' && file.route === 'one-visit' && (!unsure || opinion.trim() !== '');
  useShortcuts({ 'alt+Enter': () => complete.mutate() }, ready && !complete.isPending);
  if (!may || status !== 'open' || file.route !== 'one-visit') return null;
  return (
    <Form layout="vertical" component="div" style={{ maxWidth: 520, margin: '0 auto' }}>
      {unsure && (
        <Form.Item
          label={t('result.opinion')}
          htmlFor="one-visit-opinion"
          help={t('result.opinionHint')}
          required
        >
          <Input.TextArea
            id="one-visit-opinion"
            rows={2}
            maxLength={500}
            value={opinion}
            onChange={({ target }) => setOpinion(target.value)}
          />
        </Form.Item>
      )}
      <Button
        type="primary"
        size="large"
        block
        disabled={!ready}
        loading={complete.isPending}
        onClick={() => complete.mutate()}
      >
        {t('result.complete')} (Alt+Enter)
      </Button>
      <ProblemAlert error={complete.error} onRetry={() => complete.mutate()} />
    </Form>
  );
}

function Keys() {
  const t = useRegistrationTexts();
  return (
    <ShortcutSheet
      shortcuts={[
        { keys: ['Alt+Enter'], does: t('key.complete') },
        { keys: ['f'], does: t('key.print') },
        { keys: ['r'], does: t('key.receipt') },
        { keys: ['n', 'Alt+N'], does: t('key.next') },
      ]}
    />
  );
}
