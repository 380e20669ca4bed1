import type { CalendarYear } from '@anjuan/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** Publishes a year's notice, or a corrected version of it. */
export function usePublishCalendar() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ year, ...body }: CalendarYear) => api.put(`/calendars/${year}`, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['workCalendar'] }),
  });
}
