export * from './filing';
export * from './filing-kind-policy';
export * from './insurance-area';
export * from './region-policy';
export * from './review';
export * from './topic';
export * from './values';
export * from './work-calendar';
