import { sign, verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../crypto/canonical-json';
import { digest } from '../crypto/hash-algorithm';
import type { SigningKey } from './signing-key';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const checkpointSchema = z.strictObject({
  /** Events covered: all up to and including `position`. */
  treeSize: z.int().positive(),
  /** RFC 6962 root over the lines of the leaves file, without their line ends. */
  root: hex64,
  /** Bytes of the leaves file that hold these leaves. */
  leavesBytes: z.int().positive(),
  hashAlgorithm: z.enum(['sha256', 'sm3']),
  /** Global position of the last event covered. */
  position: z.string().regex(/^\d+$/),
  signedAt: z.string(),
  /** Digest of the checkpoint before; zeros for the first. */
  previous: hex64,
  keyId: z.string(),
  /** Ed25519 over the canonical JSON of all the rest, hex: base64 has several texts for the same bytes. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/** A signed statement: up to here, these were all events, in this order. */
export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>;
export type UnsignedCheckpoint = Omit<Checkpoint, 'signature' | 'keyId'>;

/** What the first checkpoint names as the one before. */
export const NO_PREVIOUS_CHECKPOINT = '0'.repeat(64);

export function signCheckpoint(body: UnsignedCheckpoint, key: SigningKey): Checkpoint {
  const signed = { ...body, keyId: key.keyId };
  const signature = sign(null, Buffer.from(canonicalJson(signed)), key.privateKey).toString('hex');
  return { ...signed, signature };
}

/** @param publicKey PEM */
export function isSignedBy(checkpoint: Checkpoint, publicKey: string): boolean {
  const { signature, ...signed } = checkpoint;
  return verify(null, Buffer.from(canonicalJson(signed)), publicKey, Buffer.from(signature, 'hex'));
}

/** What the next checkpoint names as `previous`, 64 hex digits. */
export const checkpointDigest = (checkpoint: Checkpoint): string =>
  digest(checkpoint.hashAlgorithm, canonicalJson(checkpoint)).toString('hex');

/** A line of the checkpoints file; undefined unless it is exactly what `canonicalJson` writes for a checkpoint. */
export function parseCheckpoint(line: string): Checkpoint | undefined {
  try {
    const checkpoint = checkpointSchema.parse(JSON.parse(line));
    return canonicalJson(checkpoint) === line ? checkpoint : undefined;
  } catch {
    return undefined;
  }
}
