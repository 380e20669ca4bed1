import canonicalize from 'canonicalize';

/**
 * The canonical JSON of a value (RFC 8785): the same text for the same value, whatever the order of its properties.
 * @throws on what JSON cannot say (NaN, infinity, `undefined` at the root)
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this value has no JSON form');
  return text;
}
