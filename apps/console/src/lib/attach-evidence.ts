import type { CommandResult } from './api-client';
import { newKey } from './new-key';
import { uploadFile } from './upload';

export interface AttachedEvidence extends CommandResult {
  readonly evidenceId: string;
}

interface Attaching {
  readonly filingId: string;
  readonly revision: number;
  /** Code of the list of materials, or LETTER or FORM. */
  readonly item: string;
  readonly file: File;
  readonly onProgress?: (share: number) => void;
}

/** Hands in a file under an item of the list of materials. @throws Problem, Unreachable */
export const attachEvidence = ({ filingId, revision, item, file, onProgress }: Attaching) =>
  uploadFile<AttachedEvidence>(`/filings/${filingId}/evidence?item=${item}`, file, {
    idempotencyKey: newKey(),
    revision,
    onProgress,
  });
