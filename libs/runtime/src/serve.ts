import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { accounts } from './accounts/accounts.context';
import { createHttp, type ServiceModule } from './bootstrap';
import { type Config, configSummary } from './config';
import type { ContextDefinition } from './office/context';
import { Office } from './office/office';
import { listenForControl } from './operations/control-server';
import { OfficeLog } from './operations/office-log';

export interface Service {
  readonly contexts: readonly ContextDefinition[];
  readonly modules: readonly ServiceModule[];
  /** Built console files, served at `/`. */
  readonly consoleFolder?: string;
  /** Called once the office runs and before it answers requests; fills an empty folder. */
  readonly prepare?: (office: Office) => Promise<void>;
}

/** Runs a service until it is told to stop. @returns the address it listens on and how to stop it */
export async function serve(
  config: Config,
  service: Service,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const log = new OfficeLog(config.ANJUAN_LOG_LEVEL);
  log.info('settings', configSummary(config));
  const office = await Office.open(config, [accounts, ...service.contexts], log);
  const app = await startOffice(office, service).catch(async (error: unknown) => {
    await office.stop();
    throw error;
  });
  const control = await listenForControl(office);
  await app.listen(config.ANJUAN_PORT, config.ANJUAN_HOST);
  const stop = async () => {
    await control.close();
    office.announceStop();
    await app.close();
    await office.stop();
    log.info('stopped');
  };
  return { url: await app.getUrl(), stop };
}

async function startOffice(office: Office, service: Service): Promise<NestFastifyApplication> {
  await office.start();
  await service.prepare?.(office);
  const app = await createHttp(office, service.modules);
  if (service.consoleFolder) await serveConsole(app, service.consoleFolder);
  return app;
}

/** Serves the console; every path outside of `/api` that is no file gets its page, since it routes by itself. */
async function serveConsole(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`the console is not built: ${folder} has no index.html (npm run build)`);
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    immutable: true,
    maxAge: '30d',
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false });
  });
}
