import type { Bilingual } from '@anjuan/contracts';
import { useTranslation } from 'react-i18next';

/** The language of the page, as texts of policies and refusals name it. */
export const useLanguage = (): keyof Bilingual => (useTranslation().i18n.language === 'en' ? 'en' : 'zh');

/** Picks the page's language of a text that has both. */
export function useBilingual(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
