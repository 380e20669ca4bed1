import { z } from 'zod';
import { type HttpOffice, succeeded } from '../http-office.fixture';

const documentSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ 'x-permission': z.string().optional() }))),
});

/** Every route of the OpenAPI document with the permission that it asks for; undefined for a public one. */
export async function documentedRoutes(office: HttpOffice): Promise<ReadonlyMap<string, string | undefined>> {
  const { paths } = succeeded(await office.get('nobody', 'openapi.json'), documentSchema);
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation['x-permission']] as const,
    ),
  );
  return new Map(routes);
}
