import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

interface Document {
  readonly idType: string;
  readonly idNumber: string;
}

interface LookedUp {
  readonly found: boolean;
  readonly personId?: string;
}

/** Looks a document up; each time is logged, so it is asked for and never repeated by itself. */
export const useLookUpPerson = () =>
  useMutation({ mutationFn: (document: Document) => api.search<LookedUp>('/persons/lookup', document) });
