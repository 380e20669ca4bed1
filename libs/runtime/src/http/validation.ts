import type { z } from 'zod';
import { httpRejections } from './http-rejections';
import type { Operation } from './operation';

/** Validates what a request brought. Values are never repeated in the answer: they may be personal. @throws Rejected `request.invalid` */
export function validate(
  operation: Operation,
  raw: { params: unknown; query: unknown; body: unknown },
): { params: unknown; query: unknown; body: unknown } {
  return {
    params: part('params', operation.params, raw.params),
    query: part('query', operation.query, raw.query),
    body: operation.upload ? undefined : part('body', operation.body, raw.body),
  };
}

function part(name: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? (name === 'body' ? undefined : {}));
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, 100).map((issue) => ({
    path: [name, ...issue.path].join('.'),
    code: issue.code,
    message:
      issue.code === 'unrecognized_keys' ? `unknown: ${issue.keys.slice(0, 20).join(', ')}` : issue.message,
  }));
  return httpRejections.reject('request.invalid', { errors });
}
