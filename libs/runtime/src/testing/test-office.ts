import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accounts } from '../accounts/accounts.context';
import { createHttp, type ServiceModule } from '../bootstrap';
import { type Config, readConfig } from '../config';
import type { ContextDefinition } from '../office/context';
import { Office } from '../office/office';
import { OfficeLog } from '../operations/office-log';

/** A whole office on the embedded engines in a temporary folder, with a clock that stands still; HTTP by injection. */
export interface TestOffice {
  readonly office: Office;
  readonly app: NestFastifyApplication;
  readonly folder: string;
  /** Stops and starts again on the same folder, as after a restart. */
  restart(): Promise<TestOffice>;
  /** Stops and deletes the folder. */
  close(): Promise<void>;
}

export interface TestOfficeOptions {
  readonly contexts?: readonly ContextDefinition[];
  readonly modules?: readonly ServiceModule[];
  /** Where the clock stands at first. */
  readonly now?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Opens an office for a test. */
export function openTestOffice(options: TestOfficeOptions = {}): Promise<TestOffice> {
  return open(options, mkdtempSync(join(tmpdir(), 'anjuan-test-')));
}

async function open(options: TestOfficeOptions, folder: string): Promise<TestOffice> {
  const config: Config = readConfig({
    ANJUAN_DATA: folder,
    ANJUAN_PORT: '0',
    ANJUAN_DEMO: 'false',
    ANJUAN_LOG_LEVEL: 'fatal',
    ANJUAN_PLATFORM_SECONDS: '0',
    ...options.settings,
  });
  const office = await Office.open(
    config,
    [accounts, ...(options.contexts ?? [])],
    new OfficeLog(config.ANJUAN_LOG_LEVEL),
  );
  // An office that did not start must not keep the test process alive.
  const app = await startTestOffice(office, options).catch(async (error: unknown) => {
    await office.stop();
    throw error;
  });
  const stop = async () => {
    await app.close();
    await office.stop();
  };
  return {
    office,
    app,
    folder,
    restart: async () => {
      const now = office.clock.now();
      await stop();
      return open({ ...options, now }, folder);
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startTestOffice(office: Office, options: TestOfficeOptions): Promise<NestFastifyApplication> {
  office.clock.standAt(options.now ?? '2026-03-02T01:00:00.000Z');
  await office.start();
  const app = await createHttp(office, options.modules ?? []);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
