import { isCalendarDate } from '@anjuan/event-sourcing';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** `1` male, `2` female, as the platform's `gend`. */
export type Sex = '1' | '2';

/** What a resident identity number says about its holder. */
export interface ResidentIdFacts {
  readonly birthDate: string;
  readonly sex: Sex;
}

/** The check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export const residentIdCheckCharacter = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
};

/**
 * Reads an 18-character citizen number (GB 11643-1999): six digits of the place of issue, the date of birth, a serial
 * whose last digit is odd for men, a check character. The place of issue says nothing about where a person is insured.
 * @returns undefined when the number is not valid
 */
export function readResidentId(number: string): ResidentIdFacts | undefined {
  if (!/^\d{17}[\dX]$/.test(number)) return undefined;
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDate(birthDate)) return undefined;
  if (residentIdCheckCharacter(number.slice(0, 17)) !== number[17]) return undefined;
  return { birthDate, sex: Number(number[16]) % 2 === 1 ? '1' : '2' };
}
