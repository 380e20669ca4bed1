export * from './review-id';
export * from './reviewer-approval.context';
export * from './reviewer-approval.module';
