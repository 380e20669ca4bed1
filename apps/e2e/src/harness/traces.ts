import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What must not be found, by what it is. */
export type Secrets = Readonly<Record<string, string | Uint8Array>>;

/** The ways in which a text or a key may lie in a file. */
function formsOf(secret: string | Uint8Array): readonly Buffer[] {
  if (typeof secret !== 'string') {
    const key = Buffer.from(secret);
    return [key, ...['hex', 'base64', 'base64url'].map((form) => Buffer.from(encoded(key, form)))];
  }
  const utf16 = Buffer.from(secret, 'utf16le');
  const escaped = [...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [Buffer.from(secret), utf16, Buffer.from(utf16).swap16(), Buffer.from(escaped.join(''))];
}

const encoded = (key: Buffer, form: string): string =>
  form === 'hex'
    ? key.toString('hex')
    : form === 'base64'
      ? key.toString('base64')
      : key.toString('base64url');

/** Every file below a folder, by its path in it. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/**
 * Looks for secrets in every byte of every file below a folder: logs, free pages and leftovers too.
 * @param except top folders that are not looked at
 * @returns `<file>: <what>` for each that was found
 */
export function tracesOf(secrets: Secrets, folder: string, ...except: readonly string[]): readonly string[] {
  const looked = filesBelow(folder).filter((file) => !except.includes(file.split(sep)[0] ?? ''));
  return looked.flatMap((file) => {
    const bytes = readFileSync(join(folder, file));
    return Object.entries(secrets)
      .filter(([, secret]) => formsOf(secret).some((form) => bytes.includes(form)))
      .map(([what]) => `${file}: ${what}`);
  });
}
