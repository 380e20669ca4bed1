import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { OPERATION, type Operation } from './operation';
import { problemSchema } from './problem-details';

/** A route as a controller declares it. */
export interface DeclaredRoute {
  /** Full path in OpenAPI's form, `/api/filings/{filingId}`. */
  readonly path: string;
  readonly tag: string;
  /** Name of the method in the controller. */
  readonly name: string;
  readonly operation: Operation;
}

/** All routes of all controllers. */
export function declaredRoutes(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  prefix: string,
): readonly DeclaredRoute[] {
  return discovery.getControllers().flatMap(({ instance, metatype }) => {
    const base: unknown = metatype && Reflect.getMetadata(PATH_METADATA, metatype);
    if (typeof base !== 'string' || typeof instance !== 'object' || instance === null) return [];
    const prototype: object = Object.getPrototypeOf(instance);
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method: unknown = Reflect.get(prototype, name);
      const operation: unknown = typeof method === 'function' && Reflect.getMetadata(OPERATION, method);
      if (!isOperation(operation)) return [];
      return [{ path: openApiPath(prefix, base, operation.path), tag: base, name, operation }];
    });
  });
}

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'access' in value;

const openApiPath = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(':') ? `{${part.slice(1)}}` : part))
    .join('/')}`;

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly paths?: Readonly<Record<string, unknown>>;
}

/** The OpenAPI 3.1 document of the routes. */
export function openApiDocument(routes: readonly DeclaredRoute[]): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.operation.method.toLowerCase()]: documented(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Anjuan 案卷', version: '0.1.0', description: 'Cross-province medical-insurance filing' },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'anjuan_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
    paths: paths as ZodOpenApiPathsObject,
  });
}

const PROBLEM = { content: { 'application/problem+json': { schema: problemSchema } } };

function documented({ tag, name, operation }: DeclaredRoute): ZodOpenApiOperationObject {
  const { params, query, body, access, command, ifMatch } = operation;
  const headers: Record<string, z.ZodType> = {};
  if (command) headers['Idempotency-Key'] = z.string().optional();
  if (command) headers['If-Match'] = ifMatch ? z.string() : z.string().optional();
  if (operation.method === 'GET') headers['Min-Position'] = z.string().optional();
  return {
    operationId: `${tag.replaceAll('/', '-')}.${name}`,
    tags: [tag],
    summary: operation.summary,
    ...(access === 'public'
      ? { security: [] }
      : { security: [{ session: [] }, { token: [] }], 'x-permission': access }),
    requestParams: {
      ...(params instanceof z.ZodObject ? { path: params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
      ...(Object.keys(headers).length > 0 ? { header: z.object(headers) } : {}),
    },
    ...(body || operation.upload ? { requestBody: requestBody(operation) } : {}),
    responses: {
      [`${operation.status ?? 200}` as '200']: success(operation),
      default: { description: 'Problem details', ...PROBLEM },
    },
  };
}

function requestBody({ body, upload, example }: Operation): ZodOpenApiOperationObject['requestBody'] {
  if (upload) {
    return {
      content: {
        'multipart/form-data': { schema: body ?? z.object({ file: z.string().meta({ format: 'binary' }) }) },
      },
    };
  }
  return {
    content: {
      'application/json': { schema: body ?? z.object({}), ...(example === undefined ? {} : { example }) },
    },
  };
}

function success({ response, command }: Operation) {
  if (response === 'file') return { description: 'The file', content: { 'application/octet-stream': {} } };
  if (response === 'event-stream')
    return { description: 'Live updates', content: { 'text/event-stream': {} } };
  const schema = response ?? (command ? commandResultSchema : undefined);
  return schema
    ? { description: 'Done', content: { 'application/json': { schema } } }
    : { description: 'Done' };
}

/** What a command answers. */
export const commandResultSchema = z
  .object({ id: z.string(), revision: z.number().int(), position: z.string() })
  .meta({ id: 'CommandResult' });
