/** What each built-in role may do over its areas. The one table of permissions; a context asks for them by name. */
const ROLE_PERMISSIONS = {
  clerk: [
    'filing:read',
    'filing:register',
    'person:read',
    'review:read',
    'review:complete',
    'policy:read',
    'area:read',
  ],
  reviewer: ['filing:read', 'person:read', 'review:read', 'review:work', 'policy:read', 'area:read'],
  supervisor: [
    'filing:read',
    'filing:revoke',
    'filing:history',
    'person:read',
    'review:read',
    'review:assign',
    'review:correct',
    'review:sample',
    'policy:read',
    'area:read',
    'access-log:read',
  ],
  'registry-editor': [
    'policy:read',
    'policy:draft',
    'policy:publish',
    'calendar:publish',
    'area:read',
    'area:import',
    'person:read',
    'person:import',
  ],
  'settlement-officer': ['filing:read', 'filing:deem', 'policy:read', 'area:read'],
  administrator: [
    'account:manage',
    'account:read',
    'access-log:read',
    'area:read',
    'policy:read',
    'person:erase',
    'operations:run',
    'platform:transfer',
  ],
  partner: ['filing:refer', 'filing:collect', 'filing:deem', 'filing:track', 'policy:read', 'area:read'],
} as const;

export type Role = keyof typeof ROLE_PERMISSIONS;

export const ROLES = Object.keys(ROLE_PERMISSIONS) as readonly Role[];

const table: Readonly<Record<string, readonly string[] | undefined>> = ROLE_PERMISSIONS;

export const permissionsOf = (role: string): readonly string[] => table[role] ?? [];

export const roleHas = (role: string, permission: string): boolean =>
  permissionsOf(role).includes(permission);
