import { randomUUID } from 'node:crypto';
import { coreRejections } from '@anjuan/event-sourcing';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessRejections } from './access/access-rejections';
import { registerBodyParsers } from './http/body-parsers';
import { httpRejections } from './http/http-rejections';
import { ProblemFilter, sendProblem } from './http/problem.filter';
import { Problems } from './http/problem-details';
import { securityHeaders } from './http/security-headers';
import type { Office } from './office/office';
import { runtimeModule } from './runtime.module';

export type ServiceModule = Type<unknown> | DynamicModule;

const BODY_LIMIT = 1024 * 1024;

/** Every code that this office may answer with. */
export const problemsOf = (office: Office): Problems =>
  new Problems([
    coreRejections.catalogue,
    accessRejections.catalogue,
    httpRejections.catalogue,
    ...office.contexts.flatMap(({ rejections }) => rejections),
  ]);

/** Puts HTTP before an office; not yet listening. */
export async function createHttp(
  office: Office,
  modules: readonly ServiceModule[],
): Promise<NestFastifyApplication> {
  const filter = new ProblemFilter(problemsOf(office), office.logger);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: false,
    // An address that cannot be decoded never gets as far as a hook or a filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, filter.problemOf(error, request.id)),
  });
  registerBodyParsers(adapter);
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: OfficeHttp, imports: [runtimeModule(office), ...modules] },
    adapter,
    { logger: ['error', 'warn'], abortOnError: false },
  );
  const { config } = office;
  // Nest hands it the errors that come before a route too: unknown paths, malformed bodies.
  app.useGlobalFilters(filter);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: config.ANJUAN_MAX_UPLOAD_BYTES, files: 1, fields: 10 },
  });
  const headers = await securityHeaders(config.ANJUAN_ENV === 'production');
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (_, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-correlation-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    // The route, never the address itself: nobody can then put personal data into the log by way of a URL.
    office.logger.info('request', {
      id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  return app;
}

class OfficeHttp {}
