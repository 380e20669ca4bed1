import { useBilingual } from '../../../lib/use-language';
import { useCase } from './case-context';

/** Names coded reasons as the policy of the insured region lists them; the code where it lists it no more. */
export function useReasonName(): (code: string) => string {
  const { policy } = useCase();
  const inLanguage = useBilingual();
  const lists = policy
    ? [policy.rejectReasons, policy.cancelReasons, policy.revokeReasons, policy.correctionReasons]
    : [];
  const names = new Map(lists.flat().map(({ code, name }) => [code, inLanguage(name)]));
  return (code) => names.get(code) ?? code;
}
