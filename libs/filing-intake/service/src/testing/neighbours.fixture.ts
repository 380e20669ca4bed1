import {
  insuranceAreaTopic,
  type MessageData,
  type PolicyItems,
  regionPolicyTopic,
  reviewTopic,
  workCalendarTopic,
} from '@anjuan/contracts';
import {
  defineEvents,
  type EventOf,
  event,
  internal,
  type JsonObject,
  publisher,
  streamModel,
  streamName,
} from '@anjuan/event-sourcing';
import type { ContextDefinition, Office } from '@anjuan/runtime';

/** What the other contexts would say, from a stream of its own: real events, published over the real bus. */
const events = defineEvents({
  InsuranceAreasImported: event(insuranceAreaTopic.messages.InsuranceAreasImported),
  RegionPolicyPublished: event(regionPolicyTopic.messages.RegionPolicyPublished),
  RegionPolicyWithdrawn: event(regionPolicyTopic.messages.RegionPolicyWithdrawn),
  WorkCalendarPublished: event(workCalendarTopic.messages.WorkCalendarPublished),
  ReviewOpened: event(reviewTopic.messages.ReviewOpened),
  ReviewClaimed: event(reviewTopic.messages.ReviewClaimed),
  SupplementRequested: event(reviewTopic.messages.SupplementRequested),
  ReviewApproved: event(reviewTopic.messages.ReviewApproved),
  ReviewRejected: event(reviewTopic.messages.ReviewRejected),
  DecisionCorrected: event(reviewTopic.messages.DecisionCorrected),
});
type Events = typeof events;
export type Said = EventOf<Events>;

const CATEGORY = 'neighbour';
const types = Object.keys(events) as Said['type'][];
const forAll = <R>(rule: (type: Said['type']) => R) =>
  Object.fromEntries(types.map((type) => [type, rule(type)])) as Record<Said['type'], R>;

const saidOn = (topic: string, named: readonly Said['type'][]) =>
  publisher<Events>(
    CATEGORY,
    topic,
  )({
    ...forAll(() => internal),
    ...Object.fromEntries(
      named.map((type) => [
        type,
        (data: JsonObject) => ({ key: String(data.filingId ?? 'registry'), type, data }),
      ]),
    ),
  });

const neighbour = streamModel<object, Events>({
  category: CATEGORY,
  events,
  initialState: {},
  evolve: forAll(() => (state: object) => state),
});

export const neighbours: ContextDefinition = {
  name: 'neighbours',
  models: [neighbour],
  commands: () => [],
  queries: () => ({}),
  projections: [],
  publishers: [
    saidOn(insuranceAreaTopic.name, ['InsuranceAreasImported']),
    saidOn(regionPolicyTopic.name, ['RegionPolicyPublished', 'RegionPolicyWithdrawn']),
    saidOn(workCalendarTopic.name, ['WorkCalendarPublished']),
    saidOn(reviewTopic.name, [
      'ReviewOpened',
      'ReviewClaimed',
      'SupplementRequested',
      'ReviewApproved',
      'ReviewRejected',
      'DecisionCorrected',
    ]),
  ],
  consumers: () => [],
  processes: [],
  timers: [],
  rejections: [],
};

/** Records what a neighbour says, and waits until everybody has heard it. */
export async function say(office: Office, ...sayings: readonly Said[]): Promise<void> {
  const log = office.logOf(neighbours);
  for (const saying of sayings) {
    const stream = streamName(CATEGORY, 'filingId' in saying.data ? saying.data.filingId : 'registry');
    const { head } = await log.load(stream);
    await log.append([{ stream, event: saying }], [head], {
      recordedAt: office.clock.now(),
      metadata: { actorId: 'neighbour', channel: 'system', $correlationId: 'neighbours' },
    });
  }
  await office.settle();
}

type Areas = MessageData<typeof insuranceAreaTopic, 'InsuranceAreasImported'>['areas'];

const AREAS: Areas = [
  { code: '000000', name: '全国', level: 'nation', pooling: false },
  { code: '350000', name: '福建省', parent: '000000', level: 'province', pooling: false },
  { code: '350100', name: '福州市', parent: '350000', level: 'prefecture', pooling: true },
  { code: '350200', name: '厦门市', parent: '350000', level: 'prefecture', pooling: true },
  { code: '310000', name: '上海市', parent: '000000', level: 'province', pooling: true },
  { code: '310101', name: '黄浦区', parent: '310000', level: 'county', pooling: false },
  { code: '440000', name: '广东省', parent: '000000', level: 'province', pooling: false },
  { code: '440100', name: '广州市', parent: '440000', level: 'prefecture', pooling: true },
  { code: '440300', name: '深圳市', parent: '440000', level: 'prefecture', pooling: true },
];

export const areas: Said = {
  type: 'InsuranceAreasImported',
  data: { areas: AREAS, source: 'specification' },
};

export const calendar: Said = {
  type: 'WorkCalendarPublished',
  data: { year: 2026, version: 1, holidays: [], makeUpWorkdays: [], source: 'specification' },
};

/** A version of the nation's policy. */
export const policyOf = (items: PolicyItems, version = 1, effectiveFrom = '2026-01-01'): Said => ({
  type: 'RegionPolicyPublished',
  data: { area: '000000', version, effectiveFrom, items, sources: {}, digest: 'a'.repeat(64) },
});
