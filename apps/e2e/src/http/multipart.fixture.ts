const BOUNDARY = 'anjuan-e2e-boundary';

/** One part of a form: a file when it has a file name. */
export interface Part {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly fileName?: string;
  readonly type?: string;
}

/** A multipart/form-data body with its header. */
export function multipart(...parts: readonly Part[]): { payload: Buffer; contentType: string } {
  const chunks = parts.flatMap(({ name, content, fileName, type }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"`;
    const head = [
      `--${BOUNDARY}`,
      `Content-Disposition: form-data; name="${name}"${file}`,
      ...(type === undefined ? [] : [`Content-Type: ${type}`]),
      '\r\n',
    ].join('\r\n');
    return [Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')];
  });
  const payload = Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
  return { payload, contentType: `multipart/form-data; boundary=${BOUNDARY}` };
}

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The file part of an upload of evidence. */
export const pngPart = (content: Uint8Array = PNG): Part => ({
  name: 'file',
  content,
  fileName: 'scan.png',
  type: 'image/png',
});
