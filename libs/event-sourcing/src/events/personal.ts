import { z } from 'zod';

/** What stands in for a personal field once the key of its person is destroyed. */
export const ERASED = '［已清除］';

/**
 * Marks a string field as personal: it is encrypted before it is stored and never put in a message, a log
 * or a URL. Only strings can be marked, so that the placeholder of an erased field has the right type.
 */
export const personal = <S extends z.ZodType<string>>(schema: S): S => schema.meta({ personal: true }) as S;

/** Where the personal fields of a schema are: property names from the root, `*` for each element of a list. */
export type FieldPath = readonly string[];

/** The personal fields of an event's schema, found once when the event is declared. */
export function personalPaths(schema: z.ZodType, at: FieldPath = []): readonly FieldPath[] {
  if (schema.meta()?.personal === true) return [at];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return personalPaths(schema.unwrap() as z.ZodType, at);
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      personalPaths(field, [...at, name]),
    );
  }
  if (schema instanceof z.ZodArray) return personalPaths(schema.element as z.ZodType, [...at, '*']);
  if (schema instanceof z.ZodRecord) return personalPaths(schema.valueType as z.ZodType, [...at, '*']);
  if (schema instanceof z.ZodUnion) {
    const all = (schema.options as z.ZodType[]).flatMap((option) => personalPaths(option, at));
    return [...new Map(all.map((path) => [path.join('/'), path])).values()];
  }
  return [];
}
