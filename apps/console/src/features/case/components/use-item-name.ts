import { supplementItems } from '@anjuan/filing-intake-domain';
import { useBilingual } from '../../../lib/use-language';
import { useCaseTexts } from '../texts';
import { useCase } from './case-context';

/** Names items of the list of materials; the signed letter and the form are on no list. */
export function useItemName(): (code: string) => string {
  const { details, policy } = useCase();
  const t = useCaseTexts();
  const inLanguage = useBilingual();
  const kind = details.data.kind === undefined ? undefined : policy?.kinds[details.data.kind];
  const listed = new Map(supplementItems(kind).map(({ code, name }) => [code, inLanguage(name)]));
  return (code) => (code === 'LETTER' ? t('section.letter') : (listed.get(code) ?? code));
}
