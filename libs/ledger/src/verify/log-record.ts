import { categoryOf, type JsonObject, type Metadata } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { isHashAlgorithm } from '../crypto/hash-algorithm';
import { eventHash, type HashedEvent } from '../sealing/event-hash';
import type { FindingPlace, Findings } from './finding';

/**
 * An event as an engine holds it: parsed, or as the text on disk where the engine can show it. A stored text must be what
 * `JSON.stringify` wrote, so that a changed byte is found even where the JSON stays equal.
 */
export interface LogRecord {
  readonly position: bigint | number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject | string;
  readonly metadata: Metadata | string;
  /** The category where an engine stores it beside the name of the stream, to find events by. */
  readonly category?: string;
}

/** What the checks of chain and checkpoints need of a record. */
export interface CheckedRecord {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  /** The hash that the record states; undefined when it could not be read. */
  readonly stated?: string;
  /** The hash of what is there. */
  readonly computed?: string;
  readonly previousHash?: string;
  readonly recordedAt?: string;
}

/** Where a record stands, for a finding about it. */
export const placeOf = ({ stream, revision, position }: CheckedRecord): Required<FindingPlace> => ({
  stream,
  revision,
  position,
});

/** An engine may return anything once its file was tampered with, whatever its types say. */
const columns = z.object({
  stream: z.string(),
  revision: z.int().nonnegative(),
  id: z.string(),
  type: z.string(),
  data: z.custom<JsonObject>((data) => typeof data === 'object' && data !== null && !Array.isArray(data)),
  metadata: z.record(z.string(), z.string()),
});

/** Reads a record before decryption and upcasting, and finds what is wrong with it alone. */
export function checkRecord(record: LogRecord, findings: Findings): CheckedRecord {
  const place = {
    stream: String(record.stream),
    revision: Number(record.revision),
    position: BigInt(record.position),
  };
  if (record.category !== undefined && record.category !== categoryOf(place.stream)) {
    findings.add('malformed-record', place, 'category');
  }
  const data = parsed(record.data, 'data', place, findings);
  const metadata = parsed(record.metadata, 'metadata', place, findings);
  if (data === undefined || metadata === undefined) return place;
  const row = columns.safeParse({ ...record, data, metadata });
  if (!row.success) {
    findings.add('malformed-record', place, row.error.issues.map((i) => i.path.join('.')).join(', '));
    return place;
  }
  return sealOf(row.data, place, findings);
}

function parsed(value: unknown, name: string, place: FindingPlace, findings: Findings): unknown {
  if (typeof value !== 'string') return value;
  try {
    const json: unknown = JSON.parse(value);
    if (JSON.stringify(json) !== value) findings.add('not-as-written', place, name);
    return json;
  } catch {
    findings.add('malformed-record', place, `${name} is not JSON`);
    return undefined;
  }
}

function sealOf(event: HashedEvent, place: Required<FindingPlace>, findings: Findings): CheckedRecord {
  const { hash: stated, previousHash, hashAlgorithm, recordedAt } = event.metadata;
  if (!isHashAlgorithm(hashAlgorithm) || stated === undefined || previousHash === undefined) {
    findings.add('not-sealed', place, `hashAlgorithm=${hashAlgorithm}`);
    return { ...place, recordedAt };
  }
  const computed = eventHash(hashAlgorithm, event);
  if (computed !== stated) findings.add('hash-mismatch', place);
  return { ...place, stated, computed, previousHash, recordedAt };
}
