import type { FilingKindPolicy } from '@anjuan/contracts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FieldPath } from '../../../components/use-field-words';
import type { OfferedPolicy } from '../api/find-kinds';
import { type FieldValue, patchAt, valueAt } from './draft-patch';
import type { Problems } from './draft-problems';
import type { DraftSession } from './draft-session';
import type { DraftState } from './draft-state';

/** What the sections of the form work with. */
export interface DraftDesk {
  readonly session: DraftSession;
  readonly state: DraftState;
  /** Policy of the insured region; undefined until one is chosen and loaded. */
  readonly policy: OfferedPolicy | undefined;
  readonly policyError: unknown;
  /** The chosen kind as the policy describes it. */
  readonly kind: FilingKindPolicy | undefined;
  /** What is wrong with fields, by path. */
  readonly problems: Problems;
  /** Fields that were left once; their problems are shown. */
  readonly touched: ReadonlySet<FieldPath>;
  readonly touch: (path: FieldPath) => void;
  /** The person tried to submit: everything missing is shown. */
  readonly showAll: boolean;
}

export const DraftContext = createContext<DraftDesk | undefined>(undefined);

/** @throws outside of the form */
export function useDraft(): DraftDesk {
  const desk = useContext(DraftContext);
  if (!desk) throw new Error('no draft');
  return desk;
}

export const useDraftState = (session: DraftSession): DraftState =>
  useSyncExternalStore(session.subscribe, session.current);

interface Field {
  readonly value: unknown;
  readonly set: (value: FieldValue) => void;
  readonly onBlur: () => void;
  /** What is wrong, once it is time to say so. */
  readonly problem: Problems[string] | undefined;
}

/** One field of the draft: its value, and how to change it. */
export function useField(path: FieldPath): Field {
  const { session, state, problems, touched, touch, showAll } = useDraft();
  const shown = showAll || touched.has(path);
  return {
    value: valueAt(state.data, path),
    set: (value) => session.edit(patchAt(path, value)),
    onBlur: () => touch(path),
    problem: shown ? problems[path] : undefined,
  };
}
