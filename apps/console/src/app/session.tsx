import { useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { Unreachable } from '../components/unreachable';
import { api, useCsrfToken as keepCsrfToken, whenSignedOut } from '../lib/api-client';
import { isProblem } from '../lib/problem';
import { type Session, SessionContext } from '../lib/session/session-context';
import { followUpdates } from '../lib/updates';
import { SignInPage } from './sign-in-page';

type Loaded = { readonly session: Session | undefined } | { readonly error: unknown } | undefined;

/** Keeps the session; shows the sign-in page while there is none, over whatever page was open. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [loaded, setLoaded] = useState<Loaded>();
  const session = loaded && 'session' in loaded ? loaded.session : undefined;

  const accept = useCallback((next: Session | undefined) => {
    keepCsrfToken(next?.csrfToken);
    setLoaded({ session: next });
  }, []);

  const load = useCallback(() => {
    api.get<Session>('/session').then(accept, (error: unknown) => {
      if (isProblem(error) && error.body.status === 401) accept(undefined);
      else setLoaded({ error });
    });
  }, [accept]);

  useEffect(load, [load]);
  useEffect(() => whenSignedOut(() => accept(undefined)), [accept]);
  useEffect(() => (session ? followUpdates(queries) : undefined), [session, queries]);

  const state = useMemo(
    () => ({
      session,
      signIn: async (username: string, password: string) => {
        accept(await api.post<Session>('/session', { body: { username, password } }));
        await queries.invalidateQueries();
      },
      signOut: async () => {
        await api.delete('/session');
        queries.clear();
        accept(undefined);
      },
      changePassword: async (oldPassword: string, newPassword: string) => {
        accept(await api.post<Session>('/session/password', { body: { oldPassword, newPassword } }));
        await queries.invalidateQueries();
      },
    }),
    [session, accept, queries],
  );

  if (!loaded) return <Spin fullscreen />;
  if ('error' in loaded) return <Unreachable onRetry={load} />;
  return <SessionContext value={state}>{session ? children : <SignInPage />}</SessionContext>;
}
