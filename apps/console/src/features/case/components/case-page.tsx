import { Col, Flex, Row, Skeleton } from 'antd';
import { useState } from 'react';
import type { FieldChange } from '../../../components/field-diff';
import { ProblemAlert } from '../../../components/problem-alert';
import { StaleNotice } from '../../../components/stale-notice';
import { useFilingDetails } from '../../../lib/filing-details';
import { useRegionPolicy } from '../../../lib/policies';
import { useReviews, useReviewsOfFiling } from '../../../lib/reviews-of-filing';
import { useMay } from '../../../lib/session/session-context';
import { CaseContext } from './case-context';
import { CaseData } from './case-data';
import { CaseHeader } from './case-header';
import { CaseTimeline } from './case-timeline';
import { ChecksCard } from './checks-card';
import { DecisionPanel } from './decision-panel';
import { EvidencePanel } from './evidence-panel';
import { LetterCard } from './letter-card';
import { PendingRequest } from './pending-request';
import { ReviewsCard } from './reviews-card';

/** One case: data beside the evidence, checks, letter, decisions, history, and what can be done. */
export function CasePage({ filingId }: { readonly filingId: string }) {
  const { data: details, error, refetch } = useFilingDetails(filingId);
  const mayRead = useMay('review:read');
  const listed = useReviewsOfFiling(mayRead ? filingId : undefined).data ?? [];
  const reviews = useReviews(listed.map(({ reviewId }) => reviewId));
  const policy = useRegionPolicy(details?.insuredRegion).data?.items;
  const [stale, setStale] = useState<readonly FieldChange[]>();
  if (!details) {
    if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
    return <Skeleton active paragraph={{ rows: 14 }} />;
  }
  const latest = listed.at(-1)?.reviewId;
  const review = reviews.find(({ reviewId }) => reviewId === latest);
  return (
    <CaseContext value={{ details, review, policy, onStale: setStale }}>
      <CaseHeader />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <Row gutter={[12, 12]}>
        <Col xs={24} xl={13}>
          <Flex vertical gap={12}>
            <PendingRequest />
            <CaseData />
            <ChecksCard />
            <LetterCard />
            <ReviewsCard reviews={reviews} />
            <CaseTimeline reviews={reviews} />
          </Flex>
        </Col>
        <Col xs={24} xl={11}>
          <Flex vertical gap={12} className="case-desk">
            <DecisionPanel />
            <EvidencePanel />
          </Flex>
        </Col>
      </Row>
      <StaleNotice changes={stale} onClose={() => setStale(undefined)} />
    </CaseContext>
  );
}
