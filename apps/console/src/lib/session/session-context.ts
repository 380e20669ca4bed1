import { createContext, useContext } from 'react';

/** Who is signed in, and what this person may do somewhere. */
export interface Account {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly grants: readonly { readonly role: string; readonly area: string }[];
  readonly permissions: readonly string[];
  readonly mustChangePassword: boolean;
}

export interface Session {
  readonly account: Account;
  readonly csrfToken: string;
  /** The office holds demo data. */
  readonly demo: boolean;
}

export interface SessionState {
  /** Undefined while nobody is signed in. */
  readonly session: Session | undefined;
  readonly signIn: (username: string, password: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Changes the own password; every other session of the account ends. */
  readonly changePassword: (oldPassword: string, newPassword: string) => Promise<void>;
}

export const SessionContext = createContext<SessionState | undefined>(undefined);

/** @throws outside of the provider */
export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('no session provider');
  return state;
}

/** True when the person has the permission over some area; the server decides over which. */
export const useMay = (permission: string): boolean =>
  useSession().session?.account.permissions.includes(permission) ?? false;
