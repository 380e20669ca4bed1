import { z } from 'zod';
import { type ResidentIdFacts, readResidentId } from './resident-id';

/**
 * Identity documents by the platform's `psn_cert_type`: 01 identity card or household book, 02 PLA officer, 03 armed
 * police, 04 Hong Kong, 05 Macao, 06 Taiwan permit, 07 foreigner's permanent residence, 08 foreign passport, 16 Chinese
 * passport, 17 residence permit for Hong Kong, Macao and Taiwan, 90 social card, 99 other.
 */
export const idTypeSchema = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '16', '17', '90', '99']);
export type IdType = z.output<typeof idTypeSchema>;

export interface IdentityDocument {
  readonly idType: IdType;
  readonly idNumber: string;
}

/** Shapes of the numbers; the two that follow GB 11643-1999 are read digit by digit instead. */
const PATTERNS: Readonly<Record<IdType, RegExp>> = {
  '01': /^\d{17}[\dX]$/,
  '02': /^[\u4e00-\u9fff]{1,6}字第?\d{4,10}号?$/,
  '03': /^[\u4e00-\u9fff]{1,6}字第?\d{4,10}号?$/,
  '04': /^[HC]\d{8}(\d{2})?$/,
  '05': /^[MC]\d{8}(\d{2})?$/,
  '06': /^(\d{8}|\d{10})$/,
  '07': /^([A-Z]{3}\d{12}|9\d{17})$/,
  '08': /^[A-Z0-9]{5,17}$/,
  '16': /^([EGDSPHK]\d{8}|E[A-Z]\d{7}|[DSP]E\d{7})$/,
  '17': /^8[123]\d{15}[\dX]$/,
  '90': /^[A-Z0-9]{9}$/,
  '99': /^[A-Za-z0-9-]{3,30}$/,
};

const FOLLOWS_RESIDENT_ID: readonly IdType[] = ['01', '17'];

/** True when the number has the shape of its document type and, where there is one, the right check character. */
export const isIdNumber = ({ idType, idNumber }: IdentityDocument): boolean =>
  PATTERNS[idType].test(idNumber) &&
  (!FOLLOWS_RESIDENT_ID.includes(idType) || readResidentId(idNumber) !== undefined);

/** Birth date and sex, where the document's number tells them. */
export const factsOfDocument = ({ idType, idNumber }: IdentityDocument): ResidentIdFacts | undefined =>
  FOLLOWS_RESIDENT_ID.includes(idType) ? readResidentId(idNumber) : undefined;

/** Upper case and without spaces, so that one document has one spelling. */
export const normalIdNumber = (typed: string): string => typed.replaceAll(/\s/g, '').toUpperCase();
