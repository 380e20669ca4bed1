import {
  dossierTopic,
  filingTopic,
  insuranceAreaTopic,
  type MessageData,
  workCalendarTopic,
} from '@anjuan/contracts';
import {
  defineEvents,
  type EventOf,
  event,
  internal,
  type JsonObject,
  personal,
  publisher,
  streamModel,
  streamName,
} from '@anjuan/event-sourcing';
import type { ContextDefinition, Office } from '@anjuan/runtime';
import { z } from 'zod';

/** What the other contexts would say, from a stream of its own: real events, published over the real bus. */
const events = defineEvents({
  FilingSubmitted: event(filingTopic.messages.FilingSubmitted),
  FilingWithdrawn: event(filingTopic.messages.FilingWithdrawn),
  ReviewDecisionRefused: event(filingTopic.messages.ReviewDecisionRefused),
  ApplicantNamed: event(
    dossierTopic.messages.ApplicantNamed.extend({
      name: personal(z.string()),
      idNumber: personal(z.string()),
    }),
  ),
  ApplicantErased: event(dossierTopic.messages.ApplicantErased.extend({ filingId: z.uuid() })),
  WorkCalendarPublished: event(workCalendarTopic.messages.WorkCalendarPublished),
  InsuranceAreasImported: event(insuranceAreaTopic.messages.InsuranceAreasImported),
});
type Events = typeof events;
export type Said = EventOf<Events>;

const CATEGORY = 'neighbour';
const nothing = { ...mapped(() => internal) };

function mapped<R>(rule: (type: Said['type']) => R): Record<Said['type'], R> {
  const types = Object.keys(events) as Said['type'][];
  return Object.fromEntries(types.map((type) => [type, rule(type)])) as Record<Said['type'], R>;
}

const said = (type: Said['type']) => (data: JsonObject) => ({
  key: String(data.filingId ?? data.year ?? 'areas'),
  type,
  data,
});

const saidOn = (topic: string, types: readonly Said['type'][], guarded = false) =>
  publisher<Events>(CATEGORY, topic, { guarded })({
    ...nothing,
    ...Object.fromEntries(types.map((type) => [type, said(type)])),
  });

const neighbour = streamModel<object, Events>({
  category: CATEGORY,
  events,
  initialState: {},
  evolve: mapped(() => (state: object) => state),
});

export const neighbours: ContextDefinition = {
  name: 'neighbours',
  models: [neighbour],
  commands: () => [],
  queries: () => ({}),
  projections: [],
  publishers: [
    saidOn(filingTopic.name, ['FilingSubmitted', 'FilingWithdrawn', 'ReviewDecisionRefused']),
    saidOn(dossierTopic.name, ['ApplicantNamed', 'ApplicantErased'], true),
    saidOn(workCalendarTopic.name, ['WorkCalendarPublished']),
    saidOn(insuranceAreaTopic.name, ['InsuranceAreasImported']),
  ],
  consumers: () => [],
  processes: [],
  timers: [],
  rejections: [],
  erasures: [
    { category: CATEGORY, eventType: 'ApplicantErased', keyIds: ({ filingId }) => [String(filingId)] },
  ],
};

/** Records what a neighbour says, and waits until everybody has heard it. */
export async function say(office: Office, ...sayings: readonly Said[]): Promise<void> {
  const log = office.logOf(neighbours);
  for (const saying of sayings) {
    const keyId = 'filingId' in saying.data ? saying.data.filingId : undefined;
    const stream = streamName(CATEGORY, String(keyId ?? 'registry'));
    const { head } = await log.load(stream);
    await log.append([{ stream, event: saying, keyId }], [head], {
      recordedAt: office.clock.now(),
      metadata: { actorId: 'clerk-1', channel: 'counter', $correlationId: 'neighbours' },
    });
  }
  await office.settle();
}

type Filing = MessageData<typeof filingTopic, 'FilingSubmitted'>;

/** A submission of Guangzhou, to one reviewer unless a case says otherwise. */
export const submission = (filingId: string, more: Partial<Filing> = {}): Said => ({
  type: 'FilingSubmitted',
  data: {
    filingId,
    filingNumber: `4401${filingId.slice(-8)}`,
    personId: filingId.replace(/^./, 'f'),
    insuredRegion: '440100',
    treatmentRegion: '430100',
    insuranceType: '310',
    kind: 'OTHER_TEMPORARY',
    nationalKind: 'OTHER_TEMPORARY',
    behaviour: 'temporary',
    startsOn: '2026-03-02',
    byLetter: false,
    manualOnly: false,
    submission: 1,
    subject: 'new',
    revision: 3,
    channel: 'counter',
    completion: 'one-reviewer',
    separation: 'registrar-not-reviewer',
    registrarId: 'clerk-1',
    policyDigest: 'a'.repeat(64),
    checks: [{ code: 'enrolment.normal', outcome: 'passed', rule: '参保状态正常', source: 'specification' }],
    evidence: ['b'.repeat(64)],
    review: {
      firstReviewWorkingDays: 5,
      recheckWorkingDays: 2,
      supplementWorkingDays: 10,
      remindWorkingDaysBefore: 1,
      sampleOneIn: 1,
    },
    rejectReasons: ['NOT_ENROLLED'],
    correctionReasons: ['WRONG_PERSON'],
    supplementItems: ['REFERRAL_DOCUMENT'],
    ...more,
  },
});

export const named = (filingId: string, name: string): Said => ({
  type: 'ApplicantNamed',
  data: { filingId, personId: filingId.replace(/^./, 'f'), name, idNumber: '11010119900307123X' },
});

export const calendarOf = (version: number, daysOff: readonly string[]): Said => ({
  type: 'WorkCalendarPublished',
  data: {
    year: 2026,
    version,
    holidays: daysOff.map((date) => ({ date, name: '放假' })),
    makeUpWorkdays: [],
    source: 'specification',
  },
});

export const areas: Said = {
  type: 'InsuranceAreasImported',
  data: {
    source: 'specification',
    areas: [
      { code: '000000', name: '全国', level: 'nation', pooling: false },
      { code: '440000', name: '广东省', parent: '000000', level: 'province', pooling: false },
      { code: '440100', name: '广州市', parent: '440000', level: 'prefecture', pooling: true },
      { code: '350200', name: '厦门市', parent: '000000', level: 'prefecture', pooling: true },
    ],
  },
};

/** The withdrawal of a first submission. */
export const withdrawal = (filingId: string): Said => ({
  type: 'FilingWithdrawn',
  data: filingTopic.messages.FilingWithdrawn.parse(submission(filingId).data),
});
