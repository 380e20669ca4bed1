import type { FastifyRequest } from 'fastify';

const PURPOSE = /^[\w.:-]{1,40}$/;

/** The code in `X-Purpose`, why the caller looks; undefined when there is none or it is not a code. */
export function purposeOf({ headers }: FastifyRequest): string | undefined {
  const purpose = headers['x-purpose'];
  return typeof purpose === 'string' && PURPOSE.test(purpose) ? purpose : undefined;
}
