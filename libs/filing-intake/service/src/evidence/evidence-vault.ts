import { EvidenceDamaged, KeyDestroyed } from '@anjuan/event-sourcing';
import { filingRejections, personRejections } from '@anjuan/filing-intake-domain';
import { decryptFile, encryptFile, FileUnreadable } from '@anjuan/ledger';
import { Office } from '@anjuan/runtime';
import { Injectable } from '@nestjs/common';
import { evidenceRejections } from './evidence-rejections';

/** Where a file of evidence belongs: the filing's key encrypts it, and its ciphertext opens for no other evidence. */
export interface EvidencePlace {
  readonly filingId: string;
  readonly evidenceId: string;
}

/** Files of evidence, encrypted with the filing's key and stored under the digest of the ciphertext. */
@Injectable()
export class EvidenceVault {
  constructor(private readonly office: Office) {}

  /** On disk, key and file, before it resolves. @returns digest of the ciphertext */
  async put({ filingId, evidenceId }: EvidencePlace, content: Uint8Array): Promise<string> {
    const { keys, evidence } = this.office.engines;
    if (keys.isDestroyed(filingId)) personRejections.reject('person.erased');
    const cipher = this.office.config.ANJUAN_CIPHER;
    return evidence.put(await encryptFile(keys, cipher, { keyId: filingId, evidenceId }, content));
  }

  /** @throws Rejected when the file is gone, damaged, or its person was erased */
  async open({ filingId, evidenceId }: EvidencePlace, digest: string): Promise<Buffer> {
    const { keys, evidence } = this.office.engines;
    try {
      const ciphertext = (await evidence.get(digest)) ?? filingRejections.reject('filing.evidence-unknown');
      return Buffer.from(decryptFile(keys, { keyId: filingId, evidenceId }, ciphertext));
    } catch (error) {
      if (error instanceof KeyDestroyed) return personRejections.reject('person.erased');
      if (error instanceof EvidenceDamaged || error instanceof FileUnreadable)
        return evidenceRejections.reject('evidence.damaged');
      throw error;
    }
  }
}
