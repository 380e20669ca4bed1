import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { PersonView } from './person';

export const usePerson = (personId: string) =>
  useQuery({
    queryKey: ['insuredPerson', 'one', personId],
    queryFn: ({ signal }) => api.get<PersonView>(`/persons/${personId}`, {}, signal),
    refetchOnWindowFocus: false,
  });
