import { CursorMismatch, Rejected } from '@anjuan/event-sourcing';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OfficeLog } from '../operations/office-log';
import type { Problem, Problems } from './problem-details';

/** Turns every error of a request into problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly problems: Problems,
    private readonly log: OfficeLog,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    sendProblem(http.getResponse<FastifyReply>(), this.problemOf(error, request.id));
  }

  /** Also for errors that Fastify raises before a route is found. */
  problemOf(error: unknown, correlationId: string): Problem {
    const rejected = error instanceof Rejected ? error : rejectionOfHttp(error);
    if (rejected) return this.problems.ofRejection(rejected, correlationId);
    this.log.failed(`request ${correlationId}`, error);
    return this.problems.unexpected(correlationId);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) reply.header('retry-after', '1');
  reply.code(problem.status).type('application/problem+json').send(problem);
}

const BY_FASTIFY_CODE: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_REQ_FILE_TOO_LARGE: 'request.too-large',
  FST_FILES_LIMIT: 'request.one-file-only',
  FST_FIELDS_LIMIT: 'request.one-file-only',
  FST_PARTS_LIMIT: 'request.one-file-only',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request.unsupported-type',
  FST_ERR_BAD_URL: 'request.no-such-route',
  FST_ERR_NOT_FOUND: 'request.no-such-route',
};

/** Errors of Fastify, Nest and the read models that are the caller's. */
function rejectionOfHttp(error: unknown): Rejected | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof CursorMismatch) return new Rejected('request.cursor-mismatch');
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? BY_FASTIFY_CODE[code] : undefined;
  if (known) return new Rejected(known);
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404) return new Rejected('request.no-such-route');
  if (status === 413) return new Rejected('request.too-large');
  if (status === 415) return new Rejected('request.unsupported-type');
  return typeof status === 'number' && status >= 400 && status < 500
    ? new Rejected('request.malformed')
    : undefined;
}
