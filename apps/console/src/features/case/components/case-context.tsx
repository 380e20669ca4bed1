import type { PolicyItems } from '@anjuan/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useRef } from 'react';
import type { FieldChange } from '../../../components/field-diff';
import { filingDetailsKey, getFiling } from '../../../lib/filing-details';
import { newKey } from '../../../lib/new-key';
import { isProblem } from '../../../lib/problem';
import { getReview, reviewKey } from '../../../lib/reviews-of-filing';
import { type CaseCommand, sendCaseCommand } from '../api/send-case-command';
import { type CaseView, useCaseChanges } from './case-changes';

/** What the parts of the case page share. */
export interface CaseDesk extends CaseView {
  readonly policy: PolicyItems | undefined;
  /** Shows what somebody else changed. */
  readonly onStale: (changes: readonly FieldChange[]) => void;
}

export const CaseContext = createContext<CaseDesk | undefined>(undefined);

/** @throws outside of the case page */
export function useCase(): CaseDesk {
  const desk = useContext(CaseContext);
  if (!desk) throw new Error('no case');
  return desk;
}

/** Sends commands about the case with the revision that was seen; what is stale is reloaded and shown. */
export function useCaseCommand() {
  const { details, review, onStale } = useCase();
  const queries = useQueryClient();
  const changesOf = useCaseChanges();
  const key = useRef(newKey());

  const reload = async (): Promise<CaseView> => {
    const { filingId } = details;
    const reviewId = review?.reviewId;
    const [now, reviewNow] = await Promise.all([
      queries.fetchQuery({ queryKey: filingDetailsKey(filingId), queryFn: () => getFiling(filingId) }),
      reviewId === undefined
        ? undefined
        : queries.fetchQuery({ queryKey: reviewKey(reviewId), queryFn: () => getReview(reviewId) }),
    ]);
    return { details: now, review: reviewNow };
  };

  return useMutation({
    mutationFn: (command: CaseCommand) => {
      const seen = command.on === 'filing' ? { id: details.filingId, revision: details.revision } : review;
      if (!seen) throw new Error('there is no review to decide about');
      const id = 'id' in seen ? seen.id : seen.reviewId;
      return sendCaseCommand(command, { id, revision: seen.revision, idempotencyKey: key.current });
    },
    // After an answer the next command is a new one; without one, a retry must not be recorded twice.
    onSuccess: () => {
      key.current = newKey();
    },
    onError: async (error) => {
      if (!isProblem(error)) return;
      key.current = newKey();
      if (error.body.status === 412) onStale(changesOf({ details, review }, await reload()));
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [head] }) => head === 'filing' || head === 'review',
      }),
  });
}
