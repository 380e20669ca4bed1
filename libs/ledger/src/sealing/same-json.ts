type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values say the same in JSON, whatever the order of their properties; one that is undefined is not there. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((element, index) => isSameJson(element, b[index]));
  }
  if (!isFields(a) || !isFields(b)) return false;
  const holds = (one: Fields, other: Fields) =>
    Object.keys(one).every((name) => one[name] === undefined || other[name] !== undefined);
  return (
    holds(b, a) &&
    Object.keys(a).every((name) =>
      a[name] === undefined ? b[name] === undefined : isSameJson(a[name], b[name]),
    )
  );
}
