import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { fileRejections } from './file-rejections';

/** Accepted types and the extensions that say them. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/heic': ['.heic', '.heif'],
  'application/pdf': ['.pdf'],
};

export interface EvidenceFile {
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Looks at what a file really is, whatever its name and declared type say.
 * @throws Rejected `evidence.empty`, `evidence.unsupported-type`, `evidence.type-mismatch`
 */
export async function checkEvidenceFile(
  bytes: Uint8Array,
  fileName: string,
  declaredType: string,
): Promise<EvidenceFile> {
  if (bytes.length === 0) fileRejections.reject('evidence.empty');
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  const extensions = ACCEPTED[mediaType];
  if (!extensions)
    return fileRejections.reject('evidence.unsupported-type', { found: mediaType || 'unknown' });
  const says = extname(fileName).toLowerCase();
  const lies =
    !extensions.includes(says) || !['', 'application/octet-stream', mediaType].includes(declaredType);
  if (lies) fileRejections.reject('evidence.type-mismatch', { found: mediaType });
  return { mediaType, size: bytes.length };
}
