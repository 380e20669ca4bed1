import { ERASED } from '@anjuan/event-sourcing';

/**
 * An ID number as a list may show it: enough at both ends to tell people apart, the birth date hidden.
 * Shorter numbers (passports, permits) keep two characters at each end.
 */
export function maskedId(idNumber: string): string {
  if (idNumber === ERASED) return ERASED;
  const kept = idNumber.length >= 15 ? 4 : 2;
  if (idNumber.length <= kept * 2) return '*'.repeat(idNumber.length);
  return `${idNumber.slice(0, kept)}${'*'.repeat(idNumber.length - kept * 2)}${idNumber.slice(-kept)}`;
}
