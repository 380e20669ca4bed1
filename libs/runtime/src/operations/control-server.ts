import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Office } from '../office/office';
import { isOperationName, runOperation } from './operations';

const MAX_BODY = 64 * 1024;

/**
 * Listens on the data folder's socket for the command line: one process holds the folder, so the command line asks it.
 * Who may open the socket may open the folder.
 */
export async function listenForControl(office: Office): Promise<{ close: () => Promise<void> }> {
  const { controlSocket } = office.engines.folder;
  rmSync(controlSocket, { force: true });
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MAX_BODY) request.destroy();
    });
    request.on('end', () => {
      void answer(office, request.url?.slice(1) ?? '', text).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(controlSocket, resolve));
  return { close: () => closeServer(server) };
}

async function answer(
  office: Office,
  name: string,
  text: string,
): Promise<{ status: number; body: unknown }> {
  if (!isOperationName(name)) return { status: 404, body: { error: `no operation ${name}` } };
  try {
    const options: unknown = text === '' ? {} : JSON.parse(text);
    return { status: 200, body: await runOperation(office, name, options) };
  } catch (error) {
    office.logger.failed(`operation ${name}`, error);
    return { status: 500, body: { error: error instanceof Error ? error.message : 'unknown' } };
  }
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
