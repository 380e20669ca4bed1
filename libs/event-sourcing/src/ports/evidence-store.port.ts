/** Files by the SHA-256 of what is stored, which is ciphertext. Writing the same bytes again is harmless. */
export interface EvidenceStore {
  /** On disk before it resolves. @returns the digest, 64 hex digits */
  put(ciphertext: Uint8Array): Promise<string>;
  /** Undefined when there is no such file. @throws EvidenceDamaged when the stored bytes no longer have this digest */
  get(digest: string): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** What is stored under a digest is not what was put there. */
export class EvidenceDamaged extends Error {
  readonly type = 'evidence-damaged';
  constructor(readonly digest: string) {
    super(`the stored bytes no longer have the digest ${digest}`);
  }
}
