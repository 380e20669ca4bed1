import type { Json } from '@anjuan/event-sourcing';
import { canonicalJson } from './canonical-json';
import { type HashAlgorithm, hmac } from './hash-algorithm';

/**
 * What stands for an ID document in a stream name: equal for equal documents, and useless to whoever lacks the
 * office's secret (ID numbers are few enough to try them all against a plain digest). The algorithm must stay the
 * same for as long as the log is kept, or a person would be claimed twice.
 * @param secret of the office, `KeyStore.secret('identity')`
 * @returns 64 hex digits
 */
export const identityDigest = (
  secret: Uint8Array,
  idType: string,
  idNumber: string,
  algorithm: HashAlgorithm = 'sha256',
): string => hmac(algorithm, secret, JSON.stringify([idType, idNumber])).toString('hex');

/**
 * Keyed digest of a request body, to tell the same request from another one under the same idempotency key
 * without keeping the body.
 * @param secret of the office, `KeyStore.secret('request')`
 * @returns 64 hex digits
 */
export const bodyDigest = (secret: Uint8Array, body: Json): string =>
  hmac('sha256', secret, canonicalJson(body)).toString('hex');
