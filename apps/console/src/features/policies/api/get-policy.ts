import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import type { LevelPolicy } from './policy';

export const useLevelPolicy = (area: string) =>
  useQuery({
    queryKey: ['regionPolicy', 'level', area],
    queryFn: ({ signal }) => api.get<LevelPolicy>(`/policies/${area}`, {}, signal),
  });
