import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';
import { newKey } from '../../../lib/new-key';
import { uploadFile } from '../../../lib/upload';
import type { ImportReport } from './person';

interface Import {
  readonly file: File;
  /** Only checks. */
  readonly dryRun: boolean;
}

/** Checks a file of enrolments, or writes it. */
export function useImportPersons() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, dryRun }: Import) =>
      uploadFile<ImportReport>(`/persons/import?dryRun=${dryRun}`, file, {
        idempotencyKey: newKey(),
      }),
    onSuccess: ({ dryRun }) =>
      dryRun ? undefined : queries.invalidateQueries({ queryKey: ['insuredPerson'] }),
  });
}

interface Progress {
  readonly total: number;
  readonly done: number;
  readonly finished: boolean;
}

const EVERY_MS = 1_000;

/** How far the import of a file has come; asked for again and again while it runs. */
export const useImportProgress = (fileDigest: string | undefined) =>
  useQuery({
    queryKey: ['import', fileDigest],
    queryFn: ({ signal }) => api.get<Progress>(`/persons/imports/${fileDigest}`, {}, signal),
    enabled: fileDigest !== undefined,
    refetchInterval: EVERY_MS,
    staleTime: 0,
  });
