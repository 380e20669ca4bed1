import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { PREPARED } from './offices';

export default function globalTeardown(): void {
  const folder = process.env[PREPARED];
  if (folder !== undefined) rmSync(dirname(folder), { recursive: true, force: true });
}
