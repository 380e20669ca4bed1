import type { GatherTools } from '@anjuan/event-sourcing';
import {
  type ClaimableIdentity,
  type IdentityDocument,
  identity,
  isIdNumber,
  normalIdNumber,
} from '@anjuan/filing-intake-domain';
import type { ContextTools } from '@anjuan/runtime';
import { v4 } from 'uuid';

/**
 * What the stream of a document says; loading it makes the append check that nobody claims it meanwhile.
 * @returns undefined when the number is not valid, so that no stream is ever named after a half-typed one
 */
export async function claimableIdentity(
  document: Partial<IdentityDocument> | undefined,
  { identityDigest }: Pick<ContextTools, 'identityDigest'>,
  { load }: Pick<GatherTools, 'load'>,
): Promise<ClaimableIdentity | undefined> {
  const digest = digestOfDocument(document, identityDigest);
  if (digest === undefined) return undefined;
  const { state } = await load(identity, digest);
  return { digest, claim: state, personId: state.personId ?? v4() };
}

/** The keyed digest of a document with a valid number. */
export function digestOfDocument(
  document: Partial<IdentityDocument> | undefined,
  identityDigest: ContextTools['identityDigest'],
): string | undefined {
  if (document?.idType === undefined || document.idNumber === undefined) return undefined;
  const idNumber = normalIdNumber(document.idNumber);
  return isIdNumber({ idType: document.idType, idNumber })
    ? identityDigest(document.idType, idNumber)
    : undefined;
}
