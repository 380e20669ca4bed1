import { type FilingKindPolicy, type PolicyItems } from '@anjuan/contracts';
import { type AnyCommand, addDays } from '@anjuan/event-sourcing';
import type { DemoPeople, DemoPerson } from './demo-persons';

/** What becomes of a demo filing after it was registered. */
export type DemoStory =
  | 'draft'
  | 'waiting'
  | 'claimed'
  | 'approved'
  | 'rejected'
  | 'returned'
  | 'withdrawn'
  | 'cancelled'
  | 'revoked'
  | 'change-requested';

export interface DemoFiling {
  readonly filingId: string;
  readonly person: DemoPerson;
  readonly kind: FilingKindPolicy;
  readonly story: DemoStory;
  /** Day of registration. */
  readonly day: string;
  /** Proof replaced by a promise. */
  readonly byLetter: boolean;
  readonly commands: readonly AnyCommand[];
}

const PLACES = [
  '110000',
  '310000',
  '330100',
  '440300',
  '460200',
  '530100',
  '610100',
  '652800',
  '500000',
  '320100',
];
const HOSPITALS = ['第一人民医院', '中心医院', '大学附属医院'];

interface Wish {
  readonly filingId: string;
  readonly person: DemoPerson;
  readonly kind: FilingKindPolicy;
  readonly story: DemoStory;
  readonly day: string;
}

/** The commands with which a clerk registers a filing at the counter, up to its submission. */
export function demoFiling(wish: Wish, policy: PolicyItems, people: DemoPeople): DemoFiling {
  const { filingId, person, kind, story, day } = wish;
  const { faker } = people;
  const byLetter = kind.letterAllowed && faker.number.float() < 0.4;
  const byAgent = kind.mayFile.includes('agent') && faker.number.float() < 0.15;
  const of = (type: string, more: object): AnyCommand => ({
    type,
    data: { filingId, ...more } as AnyCommand['data'],
  });
  const needed = kind.materials.filter(
    ({ required, onlyForAgent }) => required && (!onlyForAgent || byAgent),
  );
  const seen = needed.filter(({ letterMayReplace }) => !(byLetter && letterMayReplace));
  const letter = of('SignLetter', {
    version: policy.letter.version,
    signature: policy.letter.signatures[0],
    signedOn: day,
  });
  const commands = [
    of('DraftFiling', {
      insuredRegion: person.insuredRegion,
      channel: 'counter',
      data: filingData(wish, people, policy, byAgent),
    }),
    ...(story === 'draft' && faker.datatype.boolean()
      ? []
      : [of('AcceptNotice', { version: policy.notice.version })]),
    ...seen.map(({ code }) => of('RecordOriginalSeen', { item: code })),
    ...(byLetter && needed.length > seen.length ? [letter] : []),
    ...(story === 'draft' ? [] : [of('SubmitFiling', {})]),
  ];
  return { ...wish, byLetter, commands };
}

function filingData(
  { person, kind, day }: Wish,
  people: DemoPeople,
  policy: PolicyItems,
  byAgent: boolean,
): object {
  const { faker } = people;
  const { name, idType, idNumber, sex, birthDate, phone } = person;
  const places = PLACES.filter((code) => code.slice(0, 2) !== person.insuredRegion.slice(0, 2));
  const startsOn = faker.number.float() < 0.15 ? addDays(day, faker.number.int({ min: 3, max: 40 })) : day;
  const { validity } = kind;
  return {
    kind: kind.code,
    insuranceType: person.insuranceType,
    treatmentRegion: faker.helpers.arrayElement(places),
    startsOn,
    ...(validity.rule === 'range'
      ? { endsOn: addDays(startsOn, 31 * Math.max(validity.minMonths, 12)) }
      : {}),
    filedBy: byAgent ? 'agent' : 'self',
    identityChecked: 'original-seen',
    applicant: { name, idType, idNumber, sex, birthDate, phone },
    contact: { name: people.name('2'), phone: people.phone() },
    ...(byAgent ? { agent: agentOf(people) } : {}),
    ...(kind.asks.employer
      ? { employer: { name: `${faker.company.name()}`.slice(0, 60).padEnd(4, '公司') } }
      : {}),
    ...(kind.asks.admission ? { admission: { admitted: false } } : {}),
    ...(kind.asks.referral ? { referral: referralOf(people, day, policy) } : {}),
  };
}

function agentOf(people: DemoPeople): object {
  const { name, idType, idNumber, phone } = people.next('350200');
  const address = `${people.faker.location.city()}${people.faker.location.streetAddress()}`.slice(0, 80);
  return { name, idType, idNumber, phone, address, relation: '2' };
}

function referralOf({ faker }: DemoPeople, day: string, policy: PolicyItems): object {
  const [diagnosisCode, diagnosisName] = faker.helpers.arrayElement([
    ['C34.900', '支气管或肺恶性肿瘤'],
    ['I25.103', '冠状动脉粥样硬化性心脏病'],
    ['M16.900', '髋关节病'],
  ] as const);
  return {
    sendingInstitutionName: policy.referringInstitutions[0] ?? `市${faker.helpers.arrayElement(HOSPITALS)}`,
    diagnosisCode,
    diagnosisName,
    referredOn: day,
    reason: faker.helpers.arrayElement(policy.referralReasons).code,
    opinion: '建议转上级医院进一步诊治。',
    hospitalAgrees: true,
  };
}
