import { areaCodeSchema, calendarDateSchema, insuranceTypeSchema } from '@anjuan/contracts';
import { z } from 'zod';
import { idTypeSchema } from '../values/identity-document';
import {
  addressSchema,
  birthDateSchema,
  freeTextSchema,
  idNumberSchema,
  personNameSchema,
  phoneSchema,
} from '../values/personal-values';
import {
  agentRelationSchema,
  filedBySchema,
  identityCheckedSchema,
  sexSchema,
  typedFilingShape,
} from './filing-data';

/** The person the filing is for. */
export const applicantSchema = z.strictObject({
  ...typedFilingShape.applicant.shape,
  name: personNameSchema,
  idType: idTypeSchema,
  idNumber: idNumberSchema,
  sex: sexSchema,
  birthDate: birthDateSchema,
  phone: phoneSchema,
  address: addressSchema.optional(),
});

/** Contact person and phone (联系人及联系方式). */
export const contactSchema = z.strictObject({ name: personNameSchema, phone: phoneSchema });

/** 代办人, as transaction 2505 asks for one. */
export const agentSchema = z.strictObject({
  name: personNameSchema,
  idType: idTypeSchema,
  idNumber: idNumberSchema,
  phone: phoneSchema,
  address: addressSchema,
  relation: agentRelationSchema,
});

/** The employer who posts the person, or who collects and confirms the filing. */
export const employerSchema = z.strictObject({
  ...typedFilingShape.employer.shape,
  name: z.string().min(2).max(200),
});

/** What the sending hospital states, as transaction 2501 asks for it. */
export const referralSchema = z.strictObject({
  ...typedFilingShape.referral.shape,
  sendingInstitutionName: z.string().min(2).max(200),
  diagnosisCode: freeTextSchema(20),
  diagnosisName: freeTextSchema(100),
  referredOn: calendarDateSchema,
  reason: z.string().min(1).max(100),
  opinion: freeTextSchema(200),
  hospitalAgrees: z.boolean(),
});

/** An admission that began before the filing. */
export const admissionSchema = z
  .strictObject({ ...typedFilingShape.admission.shape, admitted: z.boolean() })
  .refine(({ admitted, admittedOn }) => !admitted || admittedOn !== undefined, {
    path: ['admittedOn'],
    message: 'the admission date is missing',
  });

/** What every kind asks for before it can be submitted; further sections depend on the kind and on who files. */
export const completeFilingSchema = z.strictObject({
  kind: z.string().min(1).max(50),
  insuranceType: insuranceTypeSchema,
  treatmentRegion: areaCodeSchema,
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema.optional(),
  filedBy: filedBySchema,
  identityChecked: identityCheckedSchema,
  note: freeTextSchema(4000).optional(),
  applicant: applicantSchema,
  contact: contactSchema,
  admission: admissionSchema.optional(),
  agent: agentSchema.optional(),
  employer: employerSchema.optional(),
  referral: referralSchema.optional(),
});
export type CompleteFiling = z.output<typeof completeFilingSchema>;

/** A section that a kind or the way of filing makes compulsory. */
export type AskedSection = 'agent' | 'employer' | 'referral' | 'admission';

/** One field that stops a submission; says where and what, never the value. */
export interface FieldProblem {
  readonly path: string;
  readonly problem: 'missing' | 'invalid' | 'unknown';
}

/**
 * Reads the data of a draft as a complete filing. The console uses the same function while the form is filled in.
 * @returns the filing, or every field that is missing or not valid
 */
export function readComplete(
  data: object,
  asked: readonly AskedSection[],
): { readonly filing: CompleteFiling } | { readonly problems: readonly FieldProblem[] } {
  const parsed = completeFilingSchema.safeParse(data);
  const absent = asked.filter((section) => !(section in data));
  if (parsed.success && absent.length === 0) return { filing: parsed.data };
  const problems = (parsed.error?.issues ?? []).map((issue) => problemOf(data, issue));
  return { problems: [...problems, ...absent.map((path) => ({ path, problem: 'missing' as const }))] };
}

function problemOf(data: object, issue: z.core.$ZodIssue): FieldProblem {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return { path: [path, issue.keys[0]].filter(Boolean).join('.'), problem: 'unknown' };
  const value = issue.path.reduce<unknown>(
    (at, name) => (at as Record<PropertyKey, unknown> | undefined)?.[name],
    data,
  );
  return { path, problem: value === undefined || value === '' ? 'missing' : 'invalid' };
}
