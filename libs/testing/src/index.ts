export * from './decider-specification';
export * from './event-store.contract';
export * from './follower';
export * from './projection-specification';
export * from './tennis-club';
