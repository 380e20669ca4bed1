import { featureTexts, useTexts } from '../lib/feature-texts';
import { sharedTextsEn } from './shared-texts-en';
import { sharedTextsZh } from './shared-texts-zh';

const shared = featureTexts('shared', sharedTextsZh, sharedTextsEn);

/** Texts of the components that several features show. */
export const useSharedTexts = () => useTexts(shared);
