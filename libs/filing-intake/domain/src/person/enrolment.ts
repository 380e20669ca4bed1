import { areaCodeSchema, calendarDateSchema, insuranceTypeSchema } from '@anjuan/contracts';
import { z } from 'zod';

/** `psn_insu_stas`: 0 not enrolled, 1 normal, 2 paused, 3 invalid, 4 ended. */
export const enrolmentStatusSchema = z.enum(['0', '1', '2', '3', '4']);

/** One enrolment as the outside register states it: where, in what insurance type, in which state. */
export const enrolmentSchema = z.strictObject({
  insuredRegion: areaCodeSchema,
  insuranceType: insuranceTypeSchema,
  status: enrolmentStatusSchema,
  /** `psn_type`, such as 11 working, 12 retired, 1404 student. */
  personType: z
    .string()
    .regex(/^\d{2}(\d{2})?$/)
    .optional(),
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
  employer: z.string().max(200).optional(),
});
export type Enrolment = z.output<typeof enrolmentSchema>;

/** Which enrolment a filing rests on. */
export interface EnrolmentKey {
  readonly insuredRegion: string;
  readonly insuranceType: string;
}

export const sameEnrolment = (a: EnrolmentKey, b: EnrolmentKey): boolean =>
  a.insuredRegion === b.insuredRegion && a.insuranceType === b.insuranceType;

/** Enrolled and normal on a day. */
export const isNormalOn = ({ status, from, to }: Enrolment, day: string): boolean =>
  status === '1' && (from === undefined || from <= day) && (to === undefined || day <= to);

/** Known enrolments with the imported ones in their place. */
export const withImported = (
  known: readonly Enrolment[],
  imported: readonly Enrolment[],
): readonly Enrolment[] => [
  ...known.filter((old) => !imported.some((fresh) => sameEnrolment(old, fresh))),
  ...imported,
];

/** The enrolments that differ from what is known. */
export const newsOf = (known: readonly Enrolment[], imported: readonly Enrolment[]): readonly Enrolment[] =>
  imported.filter((fresh) => {
    const old = known.find((candidate) => sameEnrolment(candidate, fresh));
    return !old || ENROLMENT_FIELDS.some((field) => old[field] !== fresh[field]);
  });

const ENROLMENT_FIELDS = ['status', 'personType', 'from', 'to', 'employer'] as const;
