import { AppendRefused, StoreUnavailable } from '@anjuan/event-sourcing';
import {
  AccessDeniedError,
  AppendRecordSizeExceededError,
  CancelledError,
  DeadlineExceededError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamTombstonedError,
  TimeoutError,
  TransactionMaxSizeExceededError,
  UnavailableError,
  UnknownError,
  UnsupportedError,
} from '@kurrent/kurrentdb-client';

/**
 * A stream was deleted, tombstoned or cut on the server, or its record is not one of ours. Nothing in the office does
 * that, so it is an alarm: somebody changed the log behind its back.
 */
export class LogTampered extends Error {
  readonly type = 'log-tampered';
  constructor(
    readonly stream: string,
    what: string,
  ) {
    super(`${stream}: ${what}`);
  }
}

const GRPC_INVALID_ARGUMENT = 3;
const GRPC_RESOURCE_EXHAUSTED = 8;

const outages = [
  UnavailableError,
  DeadlineExceededError,
  CancelledError,
  NotLeaderError,
  TimeoutError,
  StoreUnavailable,
];
const refusals = [
  AppendRecordSizeExceededError,
  TransactionMaxSizeExceededError,
  MaxAppendSizeExceededError,
  InvalidArgumentError,
];

/** The client gives the plain gRPC error, which is none of its own, while no connection can be made. */
const PLAIN_OUTAGE = /^(1 CANCELLED|4 DEADLINE_EXCEEDED|14 UNAVAILABLE)|ECONNREFUSED|ECONNRESET/;

const isRefusal = (error: unknown): boolean =>
  refusals.some((kind) => error instanceof kind) ||
  (error instanceof UnknownError &&
    (error.code === GRPC_INVALID_ARGUMENT || error.code === GRPC_RESOURCE_EXHAUSTED));

/** Whether the server or the way to it failed, so that the same call may work later. */
export function isOutage(error: unknown): boolean {
  if (outages.some((kind) => error instanceof kind)) return true;
  if (error instanceof UnknownError) return !isRefusal(error);
  return error instanceof Error && PLAIN_OUTAGE.test(error.message);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Turns what the client throws into an error of the port; errors that are no client's pass unchanged. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof StreamDeletedError)
    return new LogTampered(error.streamName, 'was deleted on the server');
  if (error instanceof StreamTombstonedError)
    return new LogTampered(error.stream, 'was deleted on the server');
  if (isRefusal(error)) return new AppendRefused(`KurrentDB refuses it: ${messageOf(error)}`);
  if (error instanceof UnsupportedError) {
    return new StoreUnavailable(`KurrentDB 26.1 or newer is needed: ${error.message}`, { cause: error });
  }
  if (error instanceof AccessDeniedError || isOutage(error)) {
    return new StoreUnavailable(`KurrentDB: ${messageOf(error)}`, { cause: error });
  }
  return error;
}
