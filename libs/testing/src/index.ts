export * from './event-store.contract';
export * from './follower';
export * from './tennis-club';
