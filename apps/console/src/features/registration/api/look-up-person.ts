import type { Enrolment, IdentityDocument, PersonDetails } from '@anjuan/filing-intake-domain';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api-client';

/** Where and in what somebody is enrolled. */
export type EnrolledIn = Pick<Enrolment, 'insuredRegion' | 'insuranceType'>;

/** What the enrolment register knows of a person; `found: false` when it knows nobody with this document. */
export interface LookedUpPerson {
  readonly found: boolean;
  readonly person?: PersonDetails;
  readonly enrolments: readonly Enrolment[];
  /** The enrolment that a filing would rest on. */
  readonly prefill?: EnrolledIn;
}

/** Asks the register by document; the number travels in the body. */
export const useLookUpPerson = () =>
  useMutation({
    mutationFn: (document: IdentityDocument) => api.search<LookedUpPerson>('/persons/lookup', document),
  });
