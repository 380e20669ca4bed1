export { ReviewQueue as Component } from '../../features/reviews/components/review-queue';
