import { categoryOf } from '../events/stored-event';
import { AppendRefused, type EventStore } from './event-store.port';

/** A handle that appends only to the given categories, so that no context can write another's streams. */
export function restrictTo(store: EventStore, categories: readonly string[]): EventStore {
  const allowed = new Set(categories);
  return {
    append: (records, checks, request) => {
      const foreign = records.find(({ stream }) => !allowed.has(categoryOf(stream)));
      if (foreign) {
        return Promise.reject(new AppendRefused(`this handle may not append to ${foreign.stream}`));
      }
      return store.append(records, checks, request);
    },
    readStream: (stream, options) => store.readStream(stream, options),
    readAll: (options) => store.readAll(options),
    subscribe: (options, handler) => store.subscribe(options, handler),
    findRequest: (account, key) => store.findRequest(account, key),
    lastPosition: () => store.lastPosition(),
    close: () => store.close(),
  };
}
