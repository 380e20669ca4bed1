import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';

const LINE_END = 10;

/** The whole lines of a file as bytes, without their ends; a torn last line is left out. None when there is no file. */
export async function* readLines(path: string): AsyncGenerator<Buffer> {
  if ((await sizeOf(path)) === 0) return;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

/** The last whole line of a file, and how many bytes there are up to its end. */
export async function lastLine(path: string): Promise<{ line: string | undefined; bytes: number }> {
  const size = await sizeOf(path);
  for (let window = 1 << 16; size > 0; window *= 4) {
    const from = Math.max(0, size - window);
    const tail = await readRange(path, from, size);
    const end = tail.lastIndexOf(LINE_END);
    const before = end > 0 ? tail.lastIndexOf(LINE_END, end - 1) : -1;
    if (before < 0 && from > 0) continue;
    if (end < 0) break;
    return { line: tail.toString('utf8', before + 1, end), bytes: from + end + 1 };
  }
  return { line: undefined, bytes: 0 };
}

/** 0 when there is no file. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

async function readRange(path: string, from: number, to: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Cuts a file to a length, on disk before it resolves; makes an empty one when there is none. */
export async function cutTo(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'a');
  try {
    if ((await file.stat()).size === bytes) return;
    await file.truncate(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
