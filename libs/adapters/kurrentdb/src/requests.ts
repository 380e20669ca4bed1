import { createHash } from 'node:crypto';
import { type AppendRecord, type AppendRequest, type StoredEvent, streamName } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { LogTampered } from './errors';
import { REQUEST_CATEGORY } from './stored-events';

const EVENT_TYPE = 'RequestAccepted';

const stored = z.object({
  account: z.string(),
  key: z.string(),
  bodyDigest: z.string(),
  result: z.record(z.string(), z.json()),
});

const digest = (...parts: readonly string[]): Buffer =>
  createHash('sha256').update(JSON.stringify(parts)).digest();

/** The stream that keeps one request: its name tells neither account nor key. */
export const requestStream = (account: string, key: string): string =>
  streamName(REQUEST_CATEGORY, digest(account, key).toString('hex'));

/** A UUID of version 8 (RFC 9562), made of a hash. */
function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The record that keeps a request. Its id follows from the request and the append's first event, so that an append sent
 * again is a repeat as a whole, while another append with the same key is not.
 */
export function requestRecord(request: AppendRequest, firstEventId: string): AppendRecord {
  const { account, key, bodyDigest, result } = request;
  const id = uuidOf(digest(account, key, firstEventId));
  const data = { account, key, bodyDigest, result };
  return { stream: requestStream(account, key), event: { id, type: EVENT_TYPE, data, metadata: {} } };
}

/** @throws LogTampered when the event is no request */
export function requestOf(event: StoredEvent): AppendRequest {
  const parsed = stored.safeParse(event.data);
  if (!parsed.success) throw new LogTampered(event.stream, 'holds no request of the office');
  return parsed.data;
}
