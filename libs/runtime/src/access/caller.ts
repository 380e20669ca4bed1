import type { Actor, Filter } from '@anjuan/event-sourcing';
import { accessRejections } from './access-rejections';
import type { AccessPolicy, Scope } from './authorize';

/** Who asks: an account and what it may see. Queries take their limits from here and nowhere else. */
export class Caller {
  constructor(
    readonly actor: Actor,
    private readonly policy: AccessPolicy,
  ) {}

  has(permission: string): boolean {
    return this.policy.has(this.actor, permission);
  }

  scope(permission: string): Scope {
    return this.policy.scope(this.actor, permission);
  }

  /** The filter that keeps a list to the caller's areas. */
  scopeFilter(permission: string, field: string): Filter {
    const scope = this.scope(permission);
    return scope === 'everywhere' ? {} : { [field]: { in: scope } };
  }

  mayRead(permission: string, area: string): boolean {
    return this.policy.allows(this.actor, permission, area);
  }

  /** Passes when one of the areas is the caller's. @throws Rejected `access.outside-area` */
  requireAnyArea(permission: string, areas: readonly string[]): void {
    if (!areas.some((area) => this.mayRead(permission, area))) accessRejections.reject('access.outside-area');
  }
}
