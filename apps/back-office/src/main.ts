import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig, serve } from '@anjuan/runtime';
import { contexts, modules } from './contexts';
import { firstStart } from './first-start';

const CONSOLE = join(__dirname, '..', '..', 'console', 'dist');

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const running = await serve(config, { contexts, modules, consoleFolder: CONSOLE, prepare: firstStart });
  process.stdout.write(`\n案卷 Anjuan: ${running.url}\n\n`);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void running.stop().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || (error instanceof Error && 'type' in error);
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`案卷未能启动 / Anjuan did not start:\n${known ? message : stack}\n`);
  process.exit(1);
});
