import type { FilingKindPolicy, PolicyItems } from '@anjuan/contracts';
import type { AskedSection } from '../filing/complete-filing';
import type { FilingData } from '../filing/filing-data';
import { deemedEmergency } from './deemed-emergency';
import type { KindBehaviour } from './kind-behaviour';
import { longTerm } from './long-term';
import { referral } from './referral';
import { temporary } from './temporary';

/** Every behaviour that a kind of filing can have. */
export const behaviours: Readonly<Record<FilingKindPolicy['behaviour'], KindBehaviour>> = {
  'long-term': longTerm,
  temporary,
  referral,
  'deemed-emergency': deemedEmergency,
};

export const behaviourOf = ({ behaviour }: FilingKindPolicy): KindBehaviour => behaviours[behaviour];

/** The policy of a kind, when the region offers it. */
export const offeredKind = (policy: PolicyItems, code: string | undefined): FilingKindPolicy | undefined =>
  code !== undefined && policy.offeredKinds.includes(code) ? policy.kinds[code] : undefined;

/** The kinds that can be filed with a form, in the order the policy shows them. */
export const fileableKinds = (policy: PolicyItems): readonly FilingKindPolicy[] =>
  policy.offeredKinds
    .map((code) => policy.kinds[code])
    .filter((kind) => kind !== undefined)
    .filter((kind) => behaviourOf(kind).submitted);

/** Sections that a filing must fill in: what the kind asks for, and the agent's or employer's where they file. */
export function askedSections(
  kind: FilingKindPolicy,
  data: Pick<FilingData, 'filedBy'>,
): readonly AskedSection[] {
  const { admission, referral: refers, employer } = kind.asks;
  const asked: readonly (AskedSection | false)[] = [
    ...behaviourOf(kind).asks,
    refers && 'referral',
    admission && 'admission',
    (employer || data.filedBy === 'employer') && 'employer',
    data.filedBy === 'agent' && 'agent',
  ];
  return [...new Set(asked.filter((section) => section !== false))];
}
