import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Bytes that every system allows in the path of a socket, which is far less than in that of a file. */
const SOCKET_PATH_BYTES = 100;

/** The socket of a folder, whether somebody holds it or not. A path that is too long gives way to a short one. */
export function controlSocketOf(path: string): string {
  const inside = join(resolve(path), 'control.sock');
  if (Buffer.byteLength(inside) <= SOCKET_PATH_BYTES) return inside;
  const name = createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16);
  return join(tmpdir(), `anjuan-${name}.sock`);
}
