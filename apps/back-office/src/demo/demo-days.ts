import { type AnyCommand, addDays, daysBetween } from '@anjuan/event-sourcing';
import { type DemoFiling, type DemoStory, demoFiling } from './demo-filing';
import { DemoPeople, type DemoPerson } from './demo-persons';
import { counterKinds, demoPolicy } from './demo-policies';
import type { DemoStage } from './demo-stage';
import { tellStory } from './demo-story';

/** Suffix of the accounts of each bureau, by region. */
const BUREAUS: Readonly<Record<string, string>> = { '350200': 'xm', '440100': 'gz', '510100': 'cd' };
const SEED = 20_260_301;
/** Filings come in on every so manieth day, so that the office settles once for many; lately on every second day. */
const STEP = 6;
const FRESH_STEP = 2;
/** Filings this young are still being worked on. */
const FRESH_DAYS = 6;
/** A request for a change this young still waits for its review. */
const OPEN_CHANGE_DAYS = 45;
/** Share of the filings that came in lately. */
const FRESH_SHARE = 0.25;

const OLD: readonly DemoStory[] = [
  ...Array<DemoStory>(14).fill('approved'),
  'rejected',
  'rejected',
  'withdrawn',
  'cancelled',
  'revoked',
  'change-requested',
];
const FRESH: readonly DemoStory[] = [
  ...Array<DemoStory>(6).fill('waiting'),
  'claimed',
  'claimed',
  'approved',
  'approved',
  'approved',
  'returned',
  'rejected',
  'draft',
];

interface DemoSpan {
  readonly firstDay: string;
  readonly today: string;
  readonly filings: number;
  readonly newId: () => string;
}

/** Plays the demo's days one after another: people are imported, file, and are answered. */
export async function playDays(stage: DemoStage, span: DemoSpan): Promise<void> {
  const people = new DemoPeople(SEED, span.newId);
  const days = daysOf(span);
  const fresh = days.filter((day) => isFresh(day, span));
  let later: readonly DemoFiling[] = [];
  let [due, planted] = [0, 0];
  for (const day of days) {
    await stage.morningOf(day);
    const share = isFresh(day, span)
      ? FRESH_SHARE / fresh.length
      : (1 - FRESH_SHARE) / (days.length - fresh.length);
    due += span.filings * share;
    const filings = Array.from({ length: Math.round(due) - planted }, () =>
      planned(stage, people, day, span),
    );
    planted += filings.length;
    await importPersons(
      stage,
      filings.map(({ person }) => person),
      people,
    );
    await Promise.all(filings.map((filing) => register(stage, filing)));
    await stage.morningOf(day, 90);
    const told = await Promise.all(
      [...filings, ...later].map(async (filing) =>
        (await tellStory(stage, filing, bureauOf(filing), day)) ? [] : [filing],
      ),
    );
    later = told.flat();
  }
}

const isFresh = (day: string, { today }: DemoSpan): boolean => daysBetween(day, today) < FRESH_DAYS;

function daysOf({ firstDay, today }: DemoSpan): readonly string[] {
  const days: string[] = [];
  // Not today: that morning may not have come yet.
  for (let back = 1; back <= daysBetween(firstDay, today); back += back < FRESH_DAYS ? FRESH_STEP : STEP) {
    days.unshift(addDays(today, -back));
  }
  return days;
}

const bureauOf = ({ person }: DemoFiling): string => BUREAUS[person.insuredRegion] ?? '';

function planned(stage: DemoStage, people: DemoPeople, day: string, span: DemoSpan): DemoFiling {
  const { today, newId } = span;
  const { faker } = people;
  const region = faker.helpers.arrayElement(Object.keys(BUREAUS));
  const policy = demoPolicy(stage.office, region, day);
  const kind = faker.helpers.arrayElement(counterKinds(policy));
  const picked = faker.helpers.arrayElement(isFresh(day, span) ? FRESH : OLD);
  const story =
    picked === 'change-requested' && daysBetween(day, today) > OPEN_CHANGE_DAYS ? 'approved' : picked;
  return demoFiling({ filingId: newId(), person: people.next(region), kind, story, day }, policy, people);
}

/** One in thirty is not in the register: the filing then says that the enrolment is not verifiable. */
async function importPersons(
  stage: DemoStage,
  persons: readonly DemoPerson[],
  { faker }: DemoPeople,
): Promise<void> {
  const known = persons.filter(() => faker.number.float() > 1 / 30);
  await Promise.all(known.map((person) => stage.as('policy.drafter', enrolment(person))));
  await stage.office.settle();
}

const enrolment = (person: DemoPerson): AnyCommand => {
  const { personId, name, idType, idNumber, sex, birthDate, phone, insuredRegion, insuranceType, retired } =
    person;
  const personType = retired ? '12' : insuranceType === '310' ? '11' : '15';
  return {
    type: 'ImportEnrolment',
    data: {
      personId,
      person: { name, idType, idNumber, sex, birthDate, phone },
      enrolments: [{ insuredRegion, insuranceType, status: '1', personType, from: '2015-01-01' }],
      source: 'demo',
    },
  };
};

async function register(stage: DemoStage, filing: DemoFiling): Promise<void> {
  for (const command of filing.commands) await stage.as(`clerk.${bureauOf(filing)}`, command);
}
