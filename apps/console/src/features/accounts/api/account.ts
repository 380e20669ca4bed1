export const ROLES = [
  'clerk',
  'reviewer',
  'supervisor',
  'registry-editor',
  'settlement-officer',
  'administrator',
  'partner',
] as const;
export type Role = (typeof ROLES)[number];

export interface Grant {
  readonly role: string;
  readonly area: string;
}

export interface ApiToken {
  readonly tokenId: string;
  readonly label: string;
  readonly issuedAt: string;
  readonly expiresOn: string | null;
  readonly revokedAt: string | null;
}

/** An account as administrators see it. */
export interface AccountRow {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly kind: 'person' | 'machine';
  readonly grants: readonly Grant[];
  readonly status: 'active' | 'disabled';
  readonly mustChangePassword: boolean;
  readonly tokens: readonly ApiToken[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly lastSignInAt: string | null;
  readonly lockedUntil: string | null;
  readonly revision: number;
}
