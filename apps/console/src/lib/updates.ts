import type { QueryClient } from '@tanstack/react-query';

/** Query keys begin with the category their data comes from, so that a change of it makes them ask again. */
export function followUpdates(queries: QueryClient): () => void {
  const source = new EventSource('/api/updates');
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  source.onmessage = ({ data }: MessageEvent<string>) => {
    for (const category of (JSON.parse(data) as { categories: string[] }).categories) changed.add(category);
    // A burst of events (an import) becomes one refresh.
    timer ??= setTimeout(() => {
      timer = undefined;
      const categories = new Set(changed);
      changed.clear();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => categories.has(String(queryKey[0])) });
    }, 300);
  };
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
