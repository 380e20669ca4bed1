import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { z } from 'zod';
import type { Operation } from './operation';
import type { OfficeRequest } from './request-context';

/** What a route gets after validation; absent parts are undefined. */
export interface Input<P = unknown, Q = unknown, B = unknown> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

type Part<O, K extends string> = O extends { readonly [N in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** The input type of an operation that is declared as a constant. */
export type InputOf<O extends Operation> = Input<Part<O, 'params'>, Part<O, 'query'>, Part<O, 'body'>>;

/** Declares an operation and keeps its types. */
export const operation = <const O extends Operation>(definition: O): O => definition;

/** Gives a controller's method the validated input. */
export const Validated = createParamDecorator((_: unknown, context: ExecutionContext): Input => {
  const request = context.switchToHttp().getRequest<OfficeRequest>();
  if (!request.office) throw new Error('the request was not validated');
  return request.office.input;
});
