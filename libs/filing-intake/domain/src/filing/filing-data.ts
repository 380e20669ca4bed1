import { areaCodeSchema, calendarDateSchema, insuranceTypeSchema } from '@anjuan/contracts';
import { z } from 'zod';
import { idTypeSchema } from '../values/identity-document';
import { addressSchema, personNameSchema, phoneSchema, typedTextSchema } from '../values/personal-values';

/** `agnter_rlts`: 1 spouse, 2 child, 4 grandchild, 5 parent, 6 grandparent, 7 sibling, 8 other kin, 9 not kin. */
export const agentRelationSchema = z.enum(['1', '2', '4', '5', '6', '7', '8', '9']);

/** Who files: the person, someone for them (代办), the sending hospital, the employer for its posted staff. */
export const filedBySchema = z.enum(['self', 'agent', 'hospital', 'employer']);

/** How the identity was checked on this channel. */
export const identityCheckedSchema = z.enum([
  'original-seen',
  'e-credential',
  'face-recognition',
  'call-back',
  'partner-confirmed',
  'follows-later',
]);

/** `1` male, `2` female. */
export const sexSchema = z.enum(['1', '2']);

const institutionCodeSchema = z.string().regex(/^[HP]\d{11}$/);

const typed = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape).partial();

/**
 * A filing while it is filled in: everything may be missing, and what is typed need not be right yet. Field limits
 * follow the platform's tables `OUT_APPY_D` and `REFL_APPY_EVT_C`, the agent's also transaction 2505, the referral's 2501.
 */
export const typedFilingShape = {
  kind: z.string().max(50),
  insuranceType: insuranceTypeSchema,
  treatmentRegion: areaCodeSchema,
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  filedBy: filedBySchema,
  identityChecked: identityCheckedSchema,
  note: typedTextSchema(4000),
  applicant: typed({
    name: typedTextSchema(50),
    idType: idTypeSchema,
    idNumber: typedTextSchema(50),
    sex: sexSchema,
    birthDate: typedTextSchema(10),
    phone: typedTextSchema(30),
    address: typedTextSchema(200),
    personNumber: typedTextSchema(30),
  }),
  contact: typed({ name: typedTextSchema(50), phone: typedTextSchema(30) }),
  admission: typed({
    admitted: z.boolean(),
    admittedOn: calendarDateSchema,
    dischargedOn: calendarDateSchema,
    selfPaid: z.boolean(),
    institutionCode: institutionCodeSchema,
    institutionName: z.string().max(200),
  }),
  agent: typed({
    name: typedTextSchema(50),
    idType: idTypeSchema,
    idNumber: typedTextSchema(50),
    phone: typedTextSchema(30),
    address: typedTextSchema(200),
    relation: agentRelationSchema,
  }),
  employer: typed({ name: z.string().max(200), number: z.string().max(40), confirmedOn: calendarDateSchema }),
  referral: typed({
    sendingInstitutionCode: institutionCodeSchema,
    sendingInstitutionName: z.string().max(200),
    receivingInstitutionCode: institutionCodeSchema,
    receivingInstitutionName: z.string().max(200),
    diagnosisCode: typedTextSchema(20),
    diagnosisName: typedTextSchema(100),
    condition: typedTextSchema(2000),
    referredOn: calendarDateSchema,
    reason: z.string().max(100),
    opinion: typedTextSchema(200),
    hospitalAgrees: z.boolean(),
    settlementsAllowed: z.int().min(1).max(99),
  }),
};

/** The data of a filing as it stands; sections that were never touched are missing. */
export const filingDataSchema = z.strictObject(typedFilingShape).partial();
export type FilingData = z.output<typeof filingDataSchema>;

/** Named fields get a value or, with null, none; a section is changed field by field. */
type PatchOf<V> = {
  readonly [K in keyof V]?: (NonNullable<V[K]> extends object ? PatchOf<NonNullable<V[K]>> : V[K]) | null;
};

/** What changes of a filing's data: a field that is named gets the value, null clears it, the others stay. */
export type FilingPatch = PatchOf<FilingData>;
export const filingPatchSchema = patchSchema(filingDataSchema) as z.ZodType<FilingPatch>;

function patchSchema(schema: z.ZodObject): z.ZodObject {
  const shape = Object.entries(schema.shape as Record<string, z.ZodOptional<z.ZodType>>).map(
    ([name, field]) => {
      const inner = field.unwrap();
      return [name, (inner instanceof z.ZodObject ? patchSchema(inner) : inner).nullable().optional()];
    },
  );
  return z.strictObject(Object.fromEntries(shape) as z.ZodRawShape);
}

/** What can change of a filing in force: the place of treatment, and how the person is reached. */
export const changeSchema = z.strictObject({
  treatmentRegion: areaCodeSchema.optional(),
  phone: phoneSchema.optional(),
  address: addressSchema.optional(),
  contactName: personNameSchema.optional(),
  contactPhone: phoneSchema.optional(),
  employerName: z.string().min(2).max(200).optional(),
});
export type FilingChange = z.output<typeof changeSchema>;
