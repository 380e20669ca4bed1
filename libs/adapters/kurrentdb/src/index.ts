export * from './errors';
export * from './kurrentdb-event-store';
