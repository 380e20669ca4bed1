import { Modal, Table, Tag } from 'antd';
import { useBilingual } from '../../../lib/use-language';
import type { BatchResult } from '../api/batch-reviews';
import type { ReviewRow } from '../api/review-row';
import { useReviewsTexts } from '../texts';

interface BatchResultsProps {
  /** Undefined while there is nothing to tell. */
  readonly results: readonly BatchResult[] | undefined;
  /** Those that were asked for, in the same order. */
  readonly reviews: readonly ReviewRow[];
  readonly onClose: () => void;
}

/** What came of each review of a batch. */
export function BatchResults({ results, reviews, onClose }: BatchResultsProps) {
  const t = useReviewsTexts();
  const inLanguage = useBilingual();
  const named = new Map(reviews.map((review) => [review.reviewId, review]));
  const done = results?.filter(({ outcome }) => outcome === 'done').length ?? 0;
  return (
    <Modal
      open={results !== undefined}
      title={t('results')}
      onOk={onClose}
      onCancel={onClose}
      okText={t('close')}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <p>{t('resultsAbout', { done, refused: (results?.length ?? 0) - done })}</p>
      <Table<BatchResult>
        size="small"
        pagination={false}
        rowKey="reviewId"
        scroll={{ y: 360 }}
        dataSource={[...(results ?? [])]}
        columns={[
          {
            title: t('column.applicant'),
            width: '40%',
            render: (_, { reviewId }) => {
              const review = named.get(reviewId);
              return `${review?.applicantName ?? t('notNamed')} ${review?.filingNumber ?? ''}`;
            },
          },
          {
            title: t('results'),
            render: (_, result) =>
              result.outcome === 'done' ? (
                <Tag color="success">{t('done')}</Tag>
              ) : (
                <>
                  <Tag color="error">{t('refused')}</Tag> {inLanguage(result.problem.messages)}
                </>
              ),
          },
        ]}
      />
    </Modal>
  );
}
