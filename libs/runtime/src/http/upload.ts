import '@fastify/multipart';
import type { Exchange } from './command-sender';
import { httpRejections } from './http-rejections';

/** A file as it was uploaded; neither its name nor the type it claims is to be trusted. */
export interface UploadedFile {
  readonly name: string;
  readonly claimedType: string;
  readonly content: Buffer;
}

/**
 * The one file of a multipart request, and nothing beside it: what is not looked at must not seem to be taken.
 * @throws Rejected when there is none or more than that, it is too large, or the form is cut off
 */
export async function uploadedFile({ request }: Pick<Exchange, 'request'>): Promise<UploadedFile> {
  const { files, fields } = await readParts(request).catch(tellFormIsBroken);
  if (fields > 0 && files.length > 0) httpRejections.reject('request.one-file-only');
  return files[0] ?? httpRejections.reject('request.file-missing');
}

async function readParts(request: Exchange['request']) {
  const files: UploadedFile[] = [];
  let fields = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') fields += 1;
    else files.push({ name: part.filename, claimedType: part.mimetype, content: await part.toBuffer() });
  }
  return { files, fields };
}

/** The parser of forms throws errors without a code for a form that it cannot read. */
function tellFormIsBroken(error: unknown): never {
  if (error instanceof Error && !('code' in error)) httpRejections.reject('request.malformed');
  throw error;
}
