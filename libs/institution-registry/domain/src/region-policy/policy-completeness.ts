import { type PolicyLevel, policyItemsSchema, resolvePolicy } from '@anjuan/contracts';
import { regionPolicyRejections } from './region-policy.rejections';

/** A version is published only where it leaves no item without a value on its first day. */
export function checkComplete(
  level: PolicyLevel,
  { path, above }: { readonly path: readonly string[]; readonly above: readonly PolicyLevel[] },
): void {
  if (resolvePolicy(path, [...above, level], level.effectiveFrom)) return;
  const set = new Set([...above, level].flatMap(({ items }) => Object.keys(items)));
  regionPolicyRejections.reject('region-policy.incomplete', {
    missing: Object.keys(policyItemsSchema.shape).filter((item) => !set.has(item)),
  });
}
