import type { FieldPath, Json, JsonObject } from '@anjuan/event-sourcing';

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

function childrenOf(value: Json | undefined, name: string): readonly (readonly [string, Json | undefined])[] {
  if (name === '*' && isList(value)) return value.map((item, index) => [String(index), item]);
  if (!isObject(value)) return [];
  if (name === '*') return Object.entries(value);
  return Object.hasOwn(value, name) ? [[name, value[name]]] : [];
}

/**
 * The strings that a pattern (`*` for every element) points at, as paths without a pattern. What is absent or null is
 * left out. @throws where anything else stands, since only strings can be personal
 */
export function stringsAt(value: Json | undefined, pattern: FieldPath, at: FieldPath = []): FieldPath[] {
  const [name, ...rest] = pattern;
  if (name === undefined) {
    if (value === undefined || value === null) return [];
    if (typeof value !== 'string') throw new Error(`the personal field ${fieldName(at)} is not a string`);
    return [at];
  }
  return childrenOf(value, name).flatMap(([key, child]) => stringsAt(child, rest, [...at, key]));
}

/** A copy with one string replaced; nothing else is copied than what leads there. Unchanged when it is not there. */
export function replaceString(
  data: JsonObject,
  path: FieldPath,
  replace: (text: string) => string,
): JsonObject {
  const replaced = replaceIn(data, path, replace);
  return isObject(replaced) ? replaced : data;
}

function replaceIn(
  value: Json | undefined,
  path: FieldPath,
  replace: (text: string) => string,
): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? replace(value) : value;
  if (isList(value)) {
    return value.map((item, index) =>
      String(index) === name ? (replaceIn(item, rest, replace) ?? item) : item,
    );
  }
  if (!isObject(value) || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: replaceIn(value[name], rest, replace) };
}

/** A path as text without spaces: `applicant/name`, `contacts/0/phone`. */
export const fieldName = (path: FieldPath): string => path.map(encodeURIComponent).join('/');

export const fieldPath = (name: string): FieldPath => name.split('/').map(decodeURIComponent);
