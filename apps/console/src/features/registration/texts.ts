import { featureTexts, useTexts } from '../../lib/feature-texts';
import { registrationTextsEn } from './texts-en';
import { registrationTextsZh } from './texts-zh';

const registration = featureTexts('registration', registrationTextsZh, registrationTextsEn);

export const useRegistrationTexts = () => useTexts(registration);
