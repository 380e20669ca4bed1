import {
  applyDecorators,
  HttpCode,
  RequestMethod as Methods,
  RequestMapping,
  type RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What one route takes, answers and asks of its caller: validation, access and the OpenAPI document follow from it. */
export interface Operation {
  readonly method: HttpMethod;
  /** Below the controller's path, in Nest's form (`:filingId/submit`). */
  readonly path: string;
  readonly summary: string;
  /** Permission the caller needs over some area, `signed-in`, or `public`. What it reaches is narrowed further inside. */
  readonly access: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Multipart upload; the handler reads the files itself. */
  readonly upload?: boolean;
  /** Status of success; 200 when left out. */
  readonly status?: number;
  /** Shape of the answer; `file` for a download. */
  readonly response?: z.ZodType | 'file' | 'event-stream';
  /** A command: takes `Idempotency-Key`, answers `ETag` and `Position`. */
  readonly command?: boolean;
  /** `If-Match` must be there: the command decides on what the caller saw. */
  readonly ifMatch?: boolean;
  /** An example of the body. */
  readonly example?: unknown;
}

export const OPERATION = 'anjuan:operation';

/** Makes a controller's method a route and keeps what is said of it for validation, access and documentation. */
export const Route = (operation: Operation): MethodDecorator =>
  applyDecorators(
    SetMetadata(OPERATION, operation),
    HttpCode(operation.status ?? 200),
    RequestMapping({ method: methodNumber(operation.method), path: operation.path }),
  );

const methodNumber = (method: HttpMethod): RequestMethod => Methods[method];
