import { isUtf8 } from 'node:buffer';
import { Rejected } from '@anjuan/event-sourcing';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

/**
 * JSON in UTF-8 and nothing else. Bytes that are no UTF-8 would silently become replacement characters in somebody's name;
 * the forms of browsers, which Nest reads by itself, would pass for JSON.
 */
export function registerBodyParsers(adapter: FastifyAdapter): void {
  const fastify = adapter.getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  adapter.useBodyParser('application/json', false, {}, (request, body, done) => {
    if (isUtf8(body)) parse(request, body.toString(), done);
    else done(new Rejected('request.malformed'));
  });
  adapter.useBodyParser('application/x-www-form-urlencoded', false, {}, (_, __, done) =>
    done(new Rejected('request.unsupported-type')),
  );
}
