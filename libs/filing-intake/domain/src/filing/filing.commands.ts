import {
  areaCodeSchema,
  calendarDateSchema,
  channelSchema,
  digestSchema,
  insuranceTypeSchema,
} from '@anjuan/contracts';
import { defineCommands, personal } from '@anjuan/event-sourcing';
import { z } from 'zod';
import { deemedApplicantSchema } from './deemed-applicant';
import { evidenceItemSchema, signatureSchema } from './evidence';
import { changeSchema, filingPatchSchema } from './filing-data';

const filingId = z.uuid();
const onlyFiling = z.strictObject({ filingId });
const reasonCode = z.string().min(1).max(50);
const device = z.string().max(200).optional();

const partnerFiling = {
  filingId,
  insuredRegion: areaCodeSchema,
  data: filingPatchSchema,
  /** Version of the notice that the person was shown. */
  noticeVersion: z.string().min(1).max(50),
  /** Items whose originals the partner saw. */
  originalsSeen: z.array(z.string().min(1).max(50)).max(20),
};

const decision = {
  filingId,
  reviewId: z.uuid(),
  submission: z.int().positive(),
  /** Revision of the filing that the reviewer saw. */
  filingRevision: z.int().nonnegative(),
  decidedBy: z.string().min(1),
  policyDigest: digestSchema,
};

/** Commands of people and partners: what arrives over HTTP is checked against these schemas. */
export const filingIntakeCommands = defineCommands({
  DraftFiling: z.strictObject({
    filingId,
    insuredRegion: areaCodeSchema,
    channel: channelSchema,
    data: filingPatchSchema,
  }),
  /** Autosave: only what is named changes. */
  ReviseDraft: z.strictObject({
    filingId,
    insuredRegion: areaCodeSchema.optional(),
    data: filingPatchSchema,
  }),
  DiscardDraft: onlyFiling,
  AcceptNotice: z.strictObject({ filingId, version: z.string().min(1).max(50), device }),
  AttachEvidence: z.strictObject({ filingId, evidence: evidenceItemSchema }),
  RemoveEvidence: z.strictObject({ filingId, evidenceId: z.uuid() }),
  RecordOriginalSeen: z.strictObject({ filingId, item: z.string().min(1).max(50) }),
  SignLetter: z.strictObject({
    filingId,
    version: z.string().min(1).max(50),
    signature: signatureSchema,
    evidenceId: z.uuid().optional(),
    signedOn: calendarDateSchema.optional(),
    device,
  }),
  SubmitFiling: onlyFiling,
  ResubmitFiling: onlyFiling,
  WithdrawFiling: onlyFiling,
  /** Transaction 2501: the sending hospital files for its patient in one step. */
  ReferFiling: z.strictObject(partnerFiling),
  /** An employer files for its posted staff, collected and confirmed. */
  CollectFiling: z.strictObject(partnerFiling),
  RequestChange: z.strictObject({ filingId, changes: changeSchema }),
  RequestExtension: z.strictObject({ filingId, endsOn: calendarDateSchema.optional() }),
  CancelFiling: z.strictObject({ filingId, reasonCode }),
  RevokeFiling: z.strictObject({ filingId, reasonCode, note: personal(z.string().max(500)).optional() }),
  ReinstateFiling: z.strictObject({ filingId, reasonCode }),
  SupplyProof: onlyFiling,
  RecordBreach: z.strictObject({ filingId, reasonCode }),
  /** An emergency stay that the settlement's upload flags; the same serial and event say the same thing once. */
  DeemFiled: z.strictObject({
    filingId,
    /** `trt_dcla_detl_sn`. */
    serialNumber: z.string().regex(/^[A-Za-z0-9-]{1,30}$/),
    /** `evtsn`. */
    eventSerialNumber: z.string().regex(/^[A-Za-z0-9-]{1,50}$/),
    emergency: z.boolean(),
    applicant: deemedApplicantSchema,
    insuredRegion: areaCodeSchema,
    treatmentRegion: areaCodeSchema,
    insuranceType: insuranceTypeSchema,
    institutionCode: z.string().regex(/^[HP]\d{11}$/),
    admittedOn: calendarDateSchema,
    dischargedOn: calendarDateSchema.optional(),
  }),
});

/** Commands of timers, consumers and process managers. */
export const filingSystemCommands = defineCommands({
  ReturnForSupplement: z.strictObject({
    filingId,
    reviewId: z.uuid(),
    submission: z.int().positive(),
    items: z.array(z.string()).min(1),
    dueOn: calendarDateSchema,
  }),
  ApproveFiling: z.strictObject(decision),
  RejectFiling: z.strictObject({ ...decision, reasonCode }),
  CorrectFiling: z.strictObject({ ...decision, outcome: z.enum(['approve', 'reject']), reasonCode }),
  ActivateFiling: onlyFiling,
  ExpireFiling: onlyFiling,
  RemindOfProof: onlyFiling,
  SupersedeFiling: z.strictObject({ filingId, by: z.uuid(), endsOn: calendarDateSchema }),
  LiftSupersession: z.strictObject({ filingId, by: z.uuid() }),
  SuspendFiling: z.strictObject({ filingId, cause: z.enum(['enrolment-paused', 'enrolment-ended']) }),
  ResumeFiling: onlyFiling,
});

/** Every command of a filing. */
export const filingCommands = defineCommands({ ...filingIntakeCommands, ...filingSystemCommands });
