import type { Query, QueryHandlers } from './query';

/** Finds the handler of a query by its `type`. */
export class QueryRouter {
  private readonly routes = new Map<string, QueryHandlers[string]>();

  /** @throws when two contexts answer the same query */
  route(handlers: QueryHandlers): void {
    for (const [type, handler] of Object.entries(handlers)) {
      if (this.routes.has(type)) throw new Error(`two handlers for the query ${type}`);
      this.routes.set(type, handler);
    }
  }

  execute({ type, data, caller }: Query): Promise<unknown> {
    const handler = this.routes.get(type);
    return handler
      ? handler(data as never, caller)
      : Promise.reject(new Error(`no handler for the query ${type}`));
  }
}
