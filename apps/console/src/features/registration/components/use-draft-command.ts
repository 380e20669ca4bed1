import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommandResult } from '../../../lib/api-client';
import { useDraft } from '../draft/draft-context';
import type { DraftCopy } from '../draft/draft-state';

/** A command on the draft, in turn with its saves; what it changed is loaded afterwards. */
export function useDraftCommand<Input, R extends CommandResult = CommandResult>(
  command: (copy: DraftCopy, input: Input) => Promise<R>,
) {
  const { session } = useDraft();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => session.run((copy) => command(copy, input)),
    onSuccess: (result) => queries.invalidateQueries({ queryKey: ['filing', 'details', result.id] }),
  });
}
