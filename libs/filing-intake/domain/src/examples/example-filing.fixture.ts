import type { FilingSummary } from '@anjuan/contracts';
import { elsewhere } from '@anjuan/event-sourcing';
import { nthId, specification, stateOf } from '@anjuan/testing';
import { coverage } from '../coverage/coverage';
import { filing } from '../filing/filing';
import type { FilingData } from '../filing/filing-data';
import type { FilingCommand, FilingEvent, FilingEventData } from '../filing/filing-state';
import { insuredPerson } from '../person/insured-person';
import { areas, policy } from './example-policy.fixture';

/** One filing and its surroundings for the specs: a Monday in March, a known person, nothing filed before. */
export const filingId = nthId(101);
export const personId = nthId(102);
export const reviewId = nthId(103);
export const TODAY = '2026-03-02';
export const FILING_NUMBER = '35020026030200000101';
const digest = 'd'.repeat(64);

export const applicant = {
  name: '林一',
  idType: '01' as const,
  idNumber: '11010519491231002X',
  sex: '2' as const,
  birthDate: '1949-12-31',
  phone: '13800138000',
};

export const data: FilingData = {
  kind: 'OTHER_TEMPORARY',
  insuranceType: '310',
  treatmentRegion: '440100',
  startsOn: TODAY,
  filedBy: 'self',
  identityChecked: 'original-seen',
  applicant,
  contact: { name: '林二', phone: '13900139000' },
};

export const known = stateOf(
  insuredPerson,
  { type: 'PersonRegistered', data: { personId, person: applicant } },
  {
    type: 'EnrolmentImported',
    data: {
      personId,
      enrolments: [{ insuredRegion: '350200', insuranceType: '310', status: '1', personType: '12' }],
      source: 'example',
    },
  },
);

export const nothingCovered = coverage.initialState;

export const whenFiling = specification(filing, {
  policy,
  areas,
  calendar: new Map(),
  coverage: nothingCovered,
  person: known,
  identity: { digest, claim: { personId }, personId },
  filingNumber: FILING_NUMBER,
});

/** A command of the filing. */
export const command = <T extends FilingCommand['type']>(
  type: T,
  more: Omit<Extract<FilingCommand, { type: T }>['data'], 'filingId'>,
) => ({ type, data: { filingId, ...more } }) as FilingCommand;

export const happened = <T extends FilingEvent['type']>(type: T, eventData: FilingEventData<T>) =>
  ({ type, data: eventData }) as Extract<FilingEvent, { type: T }>;

export const drafted = (changed: FilingData = {}, channel: 'counter' | 'app' | 'phone' = 'counter') =>
  happened('FilingDrafted', { filingId, insuredRegion: '350200', channel, data: { ...data, ...changed } });

export const identifiedEvent = happened('ApplicantIdentified', { filingId, personId });
export const noticeRead = happened('NoticeAccepted', {
  filingId,
  version: 'N1',
  digest: policy.noticeDigest,
});
export const originalSeen = (item: string) => happened('OriginalSeen', { filingId, item });
export const letterSigned = happened('LetterSigned', {
  filingId,
  version: 'L1',
  digest: policy.letterDigest,
  signature: 'ticked',
  signedOn: TODAY,
});

/** A draft of this kind that lacks nothing. */
export const readyToSubmit = (changed: FilingData = {}, ...items: string[]) => [
  drafted(changed),
  identifiedEvent,
  noticeRead,
  ...['CREDENTIAL', ...items].map(originalSeen),
];

export const summary: FilingSummary = {
  filingId,
  filingNumber: FILING_NUMBER,
  personId,
  insuredRegion: '350200',
  treatmentRegion: '440100',
  insuranceType: '310',
  kind: 'OTHER_TEMPORARY',
  nationalKind: 'OTHER_TEMPORARY',
  behaviour: 'temporary',
  startsOn: TODAY,
  endsOn: '2026-09-02',
  byLetter: false,
  manualOnly: false,
};

export const longTermSummary: FilingSummary = {
  ...summary,
  kind: 'LONG_TERM_RESIDENT',
  nationalKind: 'LONG_TERM_RESIDENT',
  behaviour: 'long-term',
  endsOn: undefined,
};

const terms = {
  channel: 'counter' as const,
  completion: 'one-reviewer' as const,
  separation: 'none' as const,
  registrarId: 'clerk-1',
  policyDigest: policy.digest,
  policyLevels: [...policy.levels],
  checks: [],
  evidence: [],
  promised: [] as string[],
  review: policy.items.review,
  rejectReasons: ['NOT_ELIGIBLE'],
  correctionReasons: ['WRONG_DECISION'],
  supplementItems: ['CREDENTIAL', 'SIGNED_FORM'],
};

export const submissionData = (changed: Partial<FilingEventData<'FilingSubmitted'>> = {}) => ({
  filing: summary,
  submission: 1,
  applicant: { name: applicant.name, idNumber: applicant.idNumber },
  ...terms,
  ...changed,
});

export const submittedEvent = (changed: Partial<FilingEventData<'FilingSubmitted'>> = {}) =>
  happened('FilingSubmitted', submissionData(changed));

/** Under review; the submission is the fifth event, revision 4. */
export const underReview = (changed: Partial<FilingSummary> = {}) => [
  ...readyToSubmit({ kind: changed.kind ?? summary.kind }),
  submittedEvent({ filing: { ...summary, ...changed } }),
];
export const SUBMITTED_REVISION = 4;

export const approvedEvent = (changed: Partial<FilingSummary> = {}, promised: string[] = []) =>
  happened('FilingApproved', {
    filing: { ...summary, ...changed },
    reviewId,
    submission: 1,
    decidedBy: 'reviewer-1',
    supersedes: [],
    promised,
  });

/** In force since its start. */
export const inForce = (changed: Partial<FilingSummary> = {}, promised: string[] = []) => [
  ...underReview(changed),
  approvedEvent(changed, promised),
  happened('FilingActivated', { filing: { ...summary, ...changed } }),
];

export const decision = (changed: object = {}) => ({
  filingId,
  reviewId,
  submission: 1,
  filingRevision: SUBMITTED_REVISION,
  decidedBy: 'reviewer-1',
  policyDigest: policy.digest,
  ...changed,
});

/** What the coverage stream of the person records. */
export const onCoverage = (type: string, eventData: object, insuranceType = '310') =>
  elsewhere('coverage', `${personId}.${insuranceType}`, { type, data: { ...eventData } });

export const place = ({
  behaviour,
  insuredRegion,
  treatmentRegion,
  startsOn,
  endsOn,
}: FilingSummary = summary) => ({
  filingId,
  behaviour,
  insuredRegion,
  treatmentRegion,
  startsOn,
  endsOn,
});

export const otherFilingId = nthId(201);

/** A coverage in which another filing of the person holds a place. */
export const covered = (
  changed: Partial<FilingSummary> = {},
  type: 'PlaceCovered' | 'PlaceRequested' = 'PlaceCovered',
) =>
  stateOf(coverage, {
    type,
    data: { ...place({ ...summary, ...changed }), filingId: otherFilingId },
  });
