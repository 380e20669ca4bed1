import { z } from 'zod';
import { must } from '../filing-case.fixture';
import { type HttpOffice, succeeded } from '../http-office.fixture';
import { multipart } from '../multipart.fixture';
import { XIAMEN } from '../people.fixture';
import { type LastRequest, type Provoke, plain, type Refusals } from './refusal.fixture';

/** Quanzhou: nobody else of these tests writes a policy for it. */
const QUANZHOU = 'policies/350500';
const ZHANGZHOU = 'policies/350600';
const CALENDAR = 'calendars/2026';
const HEADER = 'code,name,parent,level,pooling,validFrom,validTo\n';
const TEMPORARY = 'OTHER_TEMPORARY';

const nation = z.looseObject({
  items: z.looseObject({ kinds: z.record(z.string(), z.looseObject({})), review: z.looseObject({}) }),
});
const level = z.looseObject({ revision: z.number() });

const national = async (office: HttpOffice) =>
  succeeded(await office.get('drafter', `${QUANZHOU}/resolved`), nation).items;

async function revisionOf(office: HttpOffice, path: string): Promise<number> {
  const answer = await office.get('drafter', path);
  return answer.status === 200 ? succeeded(answer, level).revision : -1;
}

/** A draft that sets these items, each with a source. */
function content({ kinds, ...items }: { readonly kinds?: object; readonly [item: string]: unknown }) {
  const names = [...Object.keys(items), ...Object.keys(kinds ?? {}).map((code) => `kinds.${code}`)];
  return {
    effectiveFrom: '2026-06-01',
    items: kinds ? { ...items, kinds } : items,
    sources: Object.fromEntries(names.map((name) => [name, 'unverified default'])),
  };
}

const put = async (office: HttpOffice, path: string, body: object): Promise<LastRequest> => ({
  who: 'drafter',
  method: 'PUT',
  path: `${path}/draft`,
  call: { body, ifMatch: await revisionOf(office, path) },
});

const post = async (office: HttpOffice, path: string, step: string, body?: object): Promise<LastRequest> => ({
  who: 'publisher',
  method: 'POST',
  path: `${path}/${step}`,
  call: { body, ifMatch: await revisionOf(office, path) },
});

const did = (office: HttpOffice, { who, method, path, call }: LastRequest) =>
  must(office.call(who, method, path, call));

/** A draft that a rule refuses. */
const drafting =
  (body: object): Provoke =>
  (office) =>
    put(office, QUANZHOU, body);

/** A draft of one national kind with some of it changed. */
const kind =
  (code: string, changed: object): Provoke =>
  async (office) => {
    const { kinds } = await national(office);
    return put(office, QUANZHOU, content({ kinds: { [code]: { ...kinds[code], ...changed } } }));
  };

const notice = (version: string, zh: string) => content({ notice: { version, zh, en: zh } });
const day = (date: string) => ({ date, name: '元旦' });

const calendar = (holidays: readonly object[], makeUpWorkdays: readonly string[], year = CALENDAR): Provoke =>
  plain('drafter', 'PUT', year, { body: { holidays, makeUpWorkdays, source: 'test' } });

/** A list of areas for Fujian that a rule refuses. */
const areas = (rows: string): Provoke =>
  plain('drafter', 'POST', 'areas/import?province=350000&source=test', {
    raw: multipart({ name: 'file', content: `${HEADER}${rows}\n`, fileName: 'areas.csv', type: 'text/csv' }),
  });

/** Zhangzhou has a version that is not in force yet, and nothing drafted. */
async function published(office: HttpOffice): Promise<void> {
  if ((await revisionOf(office, ZHANGZHOU)) >= 0) return;
  await did(office, await put(office, ZHANGZHOU, notice('1', '甲')));
  await did(office, await post(office, ZHANGZHOU, 'publication'));
}

const withdrawal = { reason: '发布有误' };

/** Areas, calendars and policies. */
export const registryRefusals: Refusals = {
  'region-policy.sets-nothing': drafting(content({})),
  'region-policy.item-without-source': drafting({ ...content({ advice: [] }), sources: {} }),
  'region-policy.source-without-item': drafting({
    ...content({ advice: [] }),
    sources: { advice: 'x', notice: 'x' },
  }),
  'region-policy.kind-not-defined': drafting(content({ offeredKinds: ['MATERNITY'] })),
  'region-policy.kind-code-differs': kind(TEMPORARY, { code: 'REFERRED' }),
  'region-policy.behaviour-does-not-fit': kind(TEMPORARY, { behaviour: 'long-term' }),
  'region-policy.kind-without-materials': kind(TEMPORARY, { materials: [] }),
  'region-policy.listed-twice': drafting(content({ offeredKinds: ['REFERRED', 'REFERRED'] })),
  'region-policy.letter-does-not-fit': kind(TEMPORARY, { letterAllowed: true }),
  'region-policy.unknown-channel': kind(TEMPORARY, {
    completion: { default: 'automatic', pigeon: 'automatic' },
  }),
  'region-policy.two-levels-need-separation': kind('REFERRED', { separation: 'none' }),
  'region-policy.range-reversed': kind(TEMPORARY, {
    validity: { rule: 'range', minMonths: 2, maxMonths: 1 },
  }),
  'region-policy.extension-does-not-fit': kind(TEMPORARY, { extension: { allowed: true } }),
  'region-policy.reminder-after-deadline': async (office) => {
    const { review } = await national(office);
    return put(office, QUANZHOU, content({ review: { ...review, remindWorkingDaysBefore: 2 } }));
  },
  'region-policy.no-such-area': plain('clerk.cd', 'GET', 'policies/999999'),
  'region-policy.no-such-level': plain('drafter', 'PUT', 'policies/350203/draft', {
    body: content({ advice: [] }),
    ifMatch: -1,
  }),
  'region-policy.not-resolvable': plain('clerk.cd', 'GET', 'policies/350500/resolved?on=2022-12-31'),
  'region-policy.no-draft': (office) => post(office, QUANZHOU, 'publication'),
  'region-policy.incomplete': async (office) => {
    await did(office, await put(office, QUANZHOU, { ...notice('1', '甲'), effectiveFrom: '2022-01-01' }));
    return post(office, QUANZHOU, 'publication');
  },
  'region-policy.second-person-required': async (office) => {
    await did(office, await put(office, QUANZHOU, notice('1', '甲')));
    return { ...(await post(office, QUANZHOU, 'publication')), who: 'drafter' };
  },
  'region-policy.text-version-reused': async (office) => {
    await published(office);
    return put(office, ZHANGZHOU, notice('1', '乙'));
  },
  'region-policy.effective-in-past': async (office) => {
    await published(office);
    return put(office, ZHANGZHOU, { ...content({ advice: [] }), effectiveFrom: '2026-03-01' });
  },
  'region-policy.version-not-found': async (office) => {
    await published(office);
    return post(office, ZHANGZHOU, 'versions/9/withdrawal', withdrawal);
  },
  'region-policy.version-withdrawn': async (office) => {
    await published(office);
    await did(office, await post(office, ZHANGZHOU, 'versions/1/withdrawal', withdrawal));
    return post(office, ZHANGZHOU, 'versions/1/withdrawal', withdrawal);
  },
  'region-policy.version-in-force': (office) =>
    post(office, `policies/${XIAMEN}`, 'versions/1/withdrawal', withdrawal),
  'work-calendar.no-holiday': calendar([], []),
  'work-calendar.day-outside-year': calendar([day('2027-01-01')], []),
  'work-calendar.day-listed-twice': calendar([day('2026-01-01'), day('2026-01-01')], []),
  'work-calendar.make-up-on-weekday': calendar([day('2026-01-01')], ['2026-01-05']),
  'work-calendar.too-early': calendar([day('2028-01-01')], [], 'calendars/2028'),
  'work-calendar.not-found': plain('clerk.cd', 'GET', 'calendars/2028'),
  'work-calendar.unchanged': async (office) => {
    const { holidays, makeUpWorkdays, source } = (await office.get('drafter', CALENDAR)).json;
    return {
      who: 'drafter',
      method: 'PUT',
      path: CALENDAR,
      call: { body: { holidays, makeUpWorkdays, source } },
    };
  },
  'insurance-area.not-found': plain('clerk.cd', 'GET', 'areas/999999'),
  'insurance-area.code-of-another-province': areas('440199,广州市,440000,pool,true,,'),
  'insurance-area.listed-twice': areas('350199,甲,350100,pool,true,,\n350199,乙,350100,pool,true,,'),
  'insurance-area.parent-unknown': areas('350199,甲,350198,pool,true,,'),
  'insurance-area.parent-of-wrong-level': areas('350199,甲,350203,pool,true,,'),
  'insurance-area.validity-reversed': areas('350199,甲,350100,pool,true,2026-01-02,2026-01-01'),
  'insurance-area.file-unreadable': areas('350199,甲,350100,palace,maybe,,'),
};
