import type { HttpOffice } from '../http-office.fixture';

/** Every route that the server itself knows, as `METHOD /api/path/{parameter}`; HEAD comes with GET. */
export function registeredRoutes(office: HttpOffice): readonly string[] {
  const printed = office.test.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const match = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!match) {
      if (line.trim() !== '') throw new Error(`cannot read the route ${line}`);
      return [];
    }
    const [, indent = '', part = '', methods = ''] = match;
    const depth = indent.length / 4;
    above[depth] = part;
    const path = above
      .slice(0, depth + 1)
      .join('')
      .replaceAll(/:(\w+)/g, '{$1}');
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}
