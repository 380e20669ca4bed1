import { useMemo, useState } from 'react';
import type { FieldPath } from '../../../components/use-field-words';
import { useKinds } from '../api/find-kinds';
import { type DraftDesk, useDraftState } from '../draft/draft-context';
import { problemsOf } from '../draft/draft-problems';
import type { DraftSession } from '../draft/draft-session';

/** Puts together what the sections work with: the draft, its policy and kind, and what is wrong. */
export function useDesk(session: DraftSession): DraftDesk & { readonly showEverything: () => void } {
  const state = useDraftState(session);
  const [touched, setTouched] = useState<ReadonlySet<FieldPath>>(new Set());
  const [showAll, setShowAll] = useState(false);
  const { data: policy, error: policyError } = useKinds(state.insuredRegion, state.channel);
  const kind = policy?.kinds.find(({ code }) => code === state.data.kind);
  const problems = useMemo(() => problemsOf(state.data, kind), [state.data, kind]);
  return {
    session,
    state,
    policy,
    policyError,
    kind,
    problems,
    touched,
    touch: (path) => setTouched((before) => new Set([...before, path])),
    showAll,
    showEverything: () => setShowAll(true),
  };
}
