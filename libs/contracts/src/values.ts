import { z } from 'zod';

/** `YYYY-MM-DD`, a day in China. */
export const calendarDateSchema = z.iso.date();

/** Insurance-area code (医保区划, admdvs), six digits; `000000` is the nation. */
export const areaCodeSchema = z.string().regex(/^\d{6}$/);

export const NATION = '000000';

/** Insurance types (险种) for which a cross-province filing is made: 310 employee, 390 resident, others as imported. */
export const insuranceTypeSchema = z.enum([
  '310',
  '320',
  '330',
  '340',
  '350',
  '360',
  '370',
  '380',
  '390',
  '391',
  '392',
  '399',
  '410',
  '510',
]);
export type InsuranceType = z.output<typeof insuranceTypeSchema>;

/** Ways a filing reaches the bureau. */
export const channelSchema = z.enum([
  'counter',
  'app',
  'mini-program',
  'website',
  'kiosk',
  'phone',
  'fax',
  'hospital',
  'employer',
  'agency-batch',
]);
export type Channel = z.output<typeof channelSchema>;

/** A text in both languages of the product. */
export const bilingualSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.output<typeof bilingualSchema>;

/** SHA-256 or SM3 in hex. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);
