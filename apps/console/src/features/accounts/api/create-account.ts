import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { Grant } from './account';

interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  readonly grants: readonly Grant[];
}

/** A person starts with a temporary password; a machine has tokens instead. */
export type CreateAccount =
  | (NewAccount & { readonly kind: 'person'; readonly password: string })
  | (NewAccount & { readonly kind: 'machine' });

export function useCreateAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateAccount) => api.post('/accounts', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
}
