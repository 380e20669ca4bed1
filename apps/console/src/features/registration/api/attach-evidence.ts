import type { CommandResult } from '../../../lib/api-client';
import { uploadFile } from '../../../lib/upload';

export interface AttachedEvidence extends CommandResult {
  readonly evidenceId: string;
}

/** Hands in a file under an item of the list of materials. */
export const attachEvidence = (
  filingId: string,
  item: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<AttachedEvidence> =>
  uploadFile(`/filings/${filingId}/evidence`, file, {
    idempotencyKey: crypto.randomUUID(),
    fields: { item },
    onProgress,
  });
