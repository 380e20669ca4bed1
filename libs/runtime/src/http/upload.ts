import '@fastify/multipart';
import type { Exchange } from './command-sender';
import { httpRejections } from './http-rejections';

/** A file as it was uploaded; neither its name nor the type it claims is to be trusted. */
export interface UploadedFile {
  readonly name: string;
  readonly claimedType: string;
  readonly content: Buffer;
}

/** The one file of a multipart request. @throws Rejected when there is none, or it is too large */
export async function uploadedFile({ request }: Pick<Exchange, 'request'>): Promise<UploadedFile> {
  const part = (await request.file()) ?? httpRejections.reject('request.file-missing');
  return { name: part.filename, claimedType: part.mimetype, content: await part.toBuffer() };
}
