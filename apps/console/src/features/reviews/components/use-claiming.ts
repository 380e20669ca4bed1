import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../lib/problem';
import { useBilingual } from '../../../lib/use-language';
import { useClaimReview } from '../api/claim-review';
import { useReleaseReview } from '../api/release-review';
import type { ReviewRow } from '../api/review-row';
import { useReviewsTexts } from '../texts';

/** Claims and releases one review, and says what came of it. */
export function useClaiming() {
  const t = useReviewsTexts();
  const { t: shell } = useTranslation();
  const inLanguage = useBilingual();
  const { message } = App.useApp();
  const claiming = useClaimReview();
  const releasing = useReleaseReview();
  const says = (done: string) => ({
    onSuccess: () => void message.success(done),
    onError: (error: unknown) =>
      void message.error(isProblem(error) ? inLanguage(error.body.messages) : shell('state.offline')),
  });
  return {
    claim: ({ reviewId }: ReviewRow) => claiming.mutate(reviewId, says(t('claimed'))),
    release: ({ reviewId }: ReviewRow) => releasing.mutate(reviewId, says(t('released'))),
    busy: claiming.isPending || releasing.isPending,
  };
}
