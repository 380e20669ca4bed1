import { z } from 'zod';
import { topic } from './topic';
import { areaCodeSchema, calendarDateSchema } from './values';

/** A node of the insurance-area tree. */
export const insuranceAreaSchema = z.strictObject({
  code: areaCodeSchema,
  name: z.string().min(1),
  /** Missing only for the nation. */
  parent: areaCodeSchema.optional(),
  level: z.enum(['nation', 'province', 'prefecture', 'county', 'pool']),
  /** True where a fund is pooled: filings are received and policies kept there. */
  pooling: z.boolean(),
  validFrom: calendarDateSchema.optional(),
  validTo: calendarDateSchema.optional(),
});
export type InsuranceArea = z.output<typeof insuranceAreaSchema>;

export const insuranceAreaTopic = topic('institution-registry.insurance-area.v1', {
  InsuranceAreasImported: z.object({ areas: z.array(insuranceAreaSchema), source: z.string() }),
});

/** The tree as a lookup by code. */
export type AreaTree = ReadonlyMap<string, InsuranceArea>;

/** Codes from the nation down to an area; empty for an unknown one. Follows parents, not prefixes. */
export function areaPath(tree: AreaTree, code: string): readonly string[] {
  const path: string[] = [];
  for (
    let at = tree.get(code);
    at && !path.includes(at.code);
    at = at.parent === undefined ? undefined : tree.get(at.parent)
  ) {
    path.unshift(at.code);
  }
  return path;
}

/** True when `code` is `ancestor` or lies below it. */
export const isWithin = (tree: AreaTree, code: string, ancestor: string): boolean =>
  areaPath(tree, code).includes(ancestor);

/** The province an area lies in; itself for a province. */
export const provinceOf = (tree: AreaTree, code: string): string | undefined => areaPath(tree, code)[1];
