import { featureTexts, useTexts } from '../../lib/feature-texts';
import { caseTextsEn } from './texts-en';
import { caseTextsZh } from './texts-zh';

const texts = featureTexts('case', caseTextsZh, caseTextsEn);

export const useCaseTexts = () => useTexts(texts);
