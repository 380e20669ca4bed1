import { z } from 'zod';
import { enrol } from './enrolment.fixture';
import { type Bureau, type FilingCase, file, must, REGION_OF } from './filing-case.fixture';
import { HttpOffice, succeeded } from './http-office.fixture';
import { anybody } from './insured.fixture';

let office: HttpOffice;
beforeAll(async () => {
  office = await HttpOffice.open();
}, 60_000);
afterAll(() => office.close());

/** How a filing is completed, by the policy of its region. */
type Way = 'automatic' | 'one visit' | 'one reviewer' | 'two levels';

interface Row {
  readonly bureau: Bureau;
  readonly kind: string;
  readonly channel: string;
  readonly byLetter: boolean;
  readonly way: Way;
}

const rows = (
  bureau: Bureau,
  kinds: readonly string[],
  ways: readonly (readonly [string, boolean, Way])[],
): Row[] =>
  kinds.flatMap((kind) => ways.map(([channel, byLetter, way]) => ({ bureau, kind, channel, byLetter, way })));

/** Every kind of every shipped policy that comes as a form, in every way that the policy completes it. */
const ROWS: readonly Row[] = [
  ...rows(
    'cd',
    ['RETIRED_RESETTLED', 'LONG_TERM_RESIDENT'],
    [
      ['counter', false, 'one visit'],
      ['counter', true, 'automatic'],
      ['website', false, 'one reviewer'],
    ],
  ),
  ...rows(
    'cd',
    ['STATIONED_WORKER'],
    [
      ['counter', false, 'one reviewer'],
      ['app', true, 'automatic'],
    ],
  ),
  ...rows('cd', ['REFERRED'], [['counter', false, 'two levels']]),
  ...rows(
    'cd',
    ['OTHER_TEMPORARY'],
    [
      ['counter', false, 'one visit'],
      ['mini-program', false, 'one reviewer'],
    ],
  ),
  ...rows(
    'xm',
    ['XM_LONG_TERM', 'XM_TEMPORARY'],
    [
      ['counter', false, 'one visit'],
      ['counter', true, 'one visit'],
      ['website', true, 'automatic'],
      ['phone', true, 'one reviewer'],
    ],
  ),
  ...rows('gz', ['RETIRED_RESETTLED', 'OTHER_TEMPORARY'], [['counter', false, 'one visit']]),
  ...rows('gz', ['REFERRED'], [['website', false, 'two levels']]),
  ...rows(
    'gz',
    ['MATERNITY'],
    [
      ['counter', false, 'one visit'],
      ['website', false, 'one reviewer'],
    ],
  ),
];

const opinion = '材料齐全，符合规定。';
const ends: Readonly<Record<Way, (filing: FilingCase) => Promise<unknown>>> = {
  automatic: async () => undefined,
  'one visit': (filing) => must(filing.decide('completion', {}, filing.clerk)),
  'one reviewer': async (filing) => {
    await must(filing.decide('claim', undefined));
    await must(filing.decide('approval', { opinion }));
  },
  'two levels': async (filing) => {
    await must(filing.decide('claim', undefined));
    await must(filing.decide('first-pass', { opinion }));
    await must(filing.decide('recheck-approval', { opinion }, filing.who('reviewer2')));
  },
};

const ROUTES: Readonly<Record<Way, string>> = {
  automatic: 'automatic',
  'one visit': 'one-visit',
  'one reviewer': 'one-reviewer',
  'two levels': 'two-levels',
};

/** A person whom the register knows as the kind asks for. */
async function enrolled(bureau: Bureau, kind: string) {
  const person = anybody();
  const personType = kind === 'RETIRED_RESETTLED' ? '12' : '11';
  await enrol(office, person, { insuredRegion: REGION_OF[bureau], personType });
  return person;
}

const reviewRows = z.looseObject({
  rows: z.array(z.looseObject({ filingId: z.string(), route: z.string() })),
});

async function isPdf(filing: FilingCase, paper: 'form.pdf' | 'receipt.pdf'): Promise<boolean> {
  const { status, headers, bytes } = await office.get(filing.clerk, `${filing.path}/${paper}`);
  return (
    status === 200 &&
    headers['content-type'] === 'application/pdf' &&
    bytes.subarray(0, 5).toString() === '%PDF-'
  );
}

const titled = ROWS.map((row): [string, Row] => [
  `${row.bureau}: ${row.kind} over ${row.channel}${row.byLetter ? ' with a letter' : ''}: ${row.way}`,
  row,
]);

describe('every kind of the shipped policies goes from draft to active', () => {
  it.each(titled)('%s', async (_, row) => {
    const filing = await file(office, { ...row, person: await enrolled(row.bureau, row.kind) });
    const query = `reviews?view=all&filingId=${filing.filingId}`;
    const queue = succeeded(await office.get(filing.who('reviewer'), query), reviewRows);
    expect(queue.rows).toMatchObject([{ filingId: filing.filingId, route: ROUTES[row.way] }]);
    if (row.way !== 'automatic') expect(await filing.status()).toBe('submitted');

    await ends[row.way](filing);

    expect(await filing.line()).toMatchObject({ status: 'active', kind: row.kind, channel: row.channel });
    const history = await filing.history();
    expect(history.slice(history.indexOf('FilingSubmitted'))).toEqual([
      'FilingSubmitted',
      'FilingApproved',
      'FilingActivated',
    ]);
    expect(await isPdf(filing, 'form.pdf')).toBe(true);
    expect(await isPdf(filing, 'receipt.pdf')).toBe(true);
  });

  it('a deemed emergency comes from a settlement and never from a form', async () => {
    const offered = await Promise.all(
      (['cd', 'xm', 'gz'] as const).map(async (bureau) => {
        const answer = await office.get(`clerk.${bureau}`, `kinds?insuredRegion=${REGION_OF[bureau]}`);
        return succeeded(answer, z.looseObject({ kinds: z.array(z.looseObject({ code: z.string() })) }))
          .kinds;
      }),
    );
    expect(offered.map((kinds) => kinds.map(({ code }) => code))).toEqual([
      ['RETIRED_RESETTLED', 'LONG_TERM_RESIDENT', 'STATIONED_WORKER', 'REFERRED', 'OTHER_TEMPORARY'],
      ['XM_LONG_TERM', 'XM_TEMPORARY'],
      [
        'RETIRED_RESETTLED',
        'LONG_TERM_RESIDENT',
        'STATIONED_WORKER',
        'REFERRED',
        'OTHER_TEMPORARY',
        'MATERNITY',
      ],
    ]);
  });
});
