import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

export const ERASURE_REASONS = [
  'PERSON_REQUEST',
  'RETENTION_ENDED',
  'COLLECTED_IN_ERROR',
  'COURT_ORDER',
] as const;

export interface Erasure {
  readonly reasonCode: (typeof ERASURE_REASONS)[number];
  readonly reference?: string;
}

/** Erases a person; answers when nothing personal can be read any more. */
export function useErasePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ personId, ...body }: Erasure & { readonly personId: string }) =>
      api.post(`/persons/${personId}/erasure`, { body }),
    onSettled: () => queries.invalidateQueries(),
  });
}
