import { NATION } from '@anjuan/contracts';
import { type Actor, type Authorize, SYSTEM_ONLY } from '@anjuan/event-sourcing';
import { accessRejections } from './access-rejections';
import type { AreaDirectory } from './area-directory';
import { roleHas } from './roles';

/** Asked of what anybody may do to the own account; the decision checks whose it is. */
export const SIGNED_IN = 'signed-in';

/** Areas that a caller may see with a permission: `everywhere`, or the codes of them all. */
export type Scope = 'everywhere' | readonly string[];

/** The one place where access is decided: role × node of the area tree. Commands and queries both come here. */
export class AccessPolicy {
  constructor(private readonly directory: AreaDirectory) {}

  /** Over at least one area. */
  has(actor: Actor, permission: string): boolean {
    return actor.kind === 'system' || actor.grants.some(({ role }) => roleHas(role, permission));
  }

  allows(actor: Actor, permission: string, area: string): boolean {
    if (actor.kind === 'system') return true;
    return actor.grants.some(
      (grant) => roleHas(grant.role, permission) && this.directory.covers(grant.area, area),
    );
  }

  scope(actor: Actor, permission: string): Scope {
    const nodes = actor.grants.filter(({ role }) => roleHas(role, permission)).map(({ area }) => area);
    if (actor.kind === 'system' || nodes.includes(NATION)) return 'everywhere';
    return [...new Set(nodes.flatMap((node) => this.directory.within(node)))];
  }

  /**
   * Over every one of the areas. A command on a case that does not exist has no area: the permission anywhere is enough,
   * and the decision then says that there is no such case.
   */
  readonly authorize: Authorize = (actor, permission, areas) => {
    if (actor.kind === 'system' || permission === SIGNED_IN) return;
    if (permission === SYSTEM_ONLY || !this.has(actor, permission))
      accessRejections.reject('access.forbidden');
    if (!areas.every((area) => this.allows(actor, permission, area)))
      accessRejections.reject('access.outside-area');
  };
}
