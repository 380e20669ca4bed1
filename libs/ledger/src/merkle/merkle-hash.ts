import { digest, type HashAlgorithm } from '../crypto/hash-algorithm';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** RFC 6962, 2.1: leaves and nodes are hashed apart, so that no node can be passed off as a leaf. */
export const leafHash = (algorithm: HashAlgorithm, leaf: string | Uint8Array): Buffer =>
  digest(algorithm, LEAF, leaf);

export const nodeHash = (algorithm: HashAlgorithm, left: Uint8Array, right: Uint8Array): Buffer =>
  digest(algorithm, NODE, left, right);

/** The root of a tree without leaves. */
export const emptyRoot = (algorithm: HashAlgorithm): Buffer => digest(algorithm);
