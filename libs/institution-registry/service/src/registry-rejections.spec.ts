import {
  insuranceAreaRejections,
  nationalPolicy,
  regionPolicyRejections,
  workCalendarRejections,
} from '@anjuan/institution-registry-domain';
import { type Answer, openRegistryOffice, type RegistryOffice } from './testing/registry-office.fixture';

const FUZHOU = 'policies/350100';
const CALENDAR = 'calendars/2026';
const HEADER = 'code,name,parent,level,pooling,validFrom,validTo\n';

const national = nationalPolicy.items;

/** A draft that sets these items, each with a source. */
function draft({ kinds = {}, ...items }: { kinds?: Record<string, object>; [item: string]: unknown }) {
  const names = [...Object.keys(items), ...Object.keys(kinds).map((code) => `kinds.${code}`)];
  return {
    effectiveFrom: '2026-06-01',
    items: Object.keys(kinds).length > 0 ? { ...items, kinds } : items,
    sources: Object.fromEntries(names.map((name) => [name, 'unverified default'])),
  };
}

/** A draft of one national kind with some of it changed. */
const kind = (code: string, changed: object) =>
  draft({ kinds: { [code]: { ...national.kinds?.[code], ...changed } } });

const notice = (version: string, zh: string) => ({ version, zh, en: zh });
const temporary = 'OTHER_TEMPORARY';

/** Drafts that a rule refuses. */
const REFUSED_DRAFTS: Readonly<Record<string, object>> = {
  'region-policy.sets-nothing': draft({}),
  'region-policy.item-without-source': { ...draft({ advice: [] }), sources: {} },
  'region-policy.source-without-item': { ...draft({ advice: [] }), sources: { advice: 'x', notice: 'x' } },
  'region-policy.kind-not-defined': draft({ offeredKinds: ['MATERNITY'] }),
  'region-policy.kind-code-differs': kind(temporary, { code: 'REFERRED' }),
  'region-policy.behaviour-does-not-fit': kind(temporary, { behaviour: 'long-term' }),
  'region-policy.kind-without-materials': kind(temporary, { materials: [] }),
  'region-policy.listed-twice': draft({ offeredKinds: ['REFERRED', 'REFERRED'] }),
  'region-policy.letter-does-not-fit': kind(temporary, { letterAllowed: true }),
  'region-policy.unknown-channel': kind(temporary, {
    completion: { default: 'automatic', pigeon: 'automatic' },
  }),
  'region-policy.two-levels-need-separation': kind('REFERRED', { separation: 'none' }),
  'region-policy.range-reversed': kind(temporary, {
    validity: { rule: 'range', minMonths: 2, maxMonths: 1 },
  }),
  'region-policy.extension-does-not-fit': kind(temporary, { extension: { allowed: true } }),
  'region-policy.reminder-after-deadline': draft({
    review: { ...national.review, remindWorkingDaysBefore: 2 },
  }),
};

const day = (date: string) => ({ date, name: '元旦' });

/** Calendars of 2026 that a rule refuses. */
const REFUSED_CALENDARS: Readonly<Record<string, object>> = {
  'work-calendar.no-holiday': { holidays: [], makeUpWorkdays: [] },
  'work-calendar.day-outside-year': { holidays: [day('2027-01-01')], makeUpWorkdays: [] },
  'work-calendar.day-listed-twice': { holidays: [day('2026-01-01'), day('2026-01-01')], makeUpWorkdays: [] },
  'work-calendar.make-up-on-weekday': { holidays: [day('2026-01-01')], makeUpWorkdays: ['2026-01-05'] },
};

/** Rows of a list for Fujian that a rule refuses. */
const REFUSED_LISTS: Readonly<Record<string, string>> = {
  'insurance-area.code-of-another-province': '440199,广州市,440000,pool,true,,',
  'insurance-area.listed-twice': '350199,甲,350100,pool,true,,\n350199,乙,350100,pool,true,,',
  'insurance-area.parent-unknown': '350199,甲,350198,pool,true,,',
  'insurance-area.parent-of-wrong-level': '350199,甲,350203,pool,true,,',
  'insurance-area.validity-reversed': '350199,甲,350100,pool,true,2026-01-02,2026-01-01',
  'insurance-area.file-unreadable': '350199,甲,350100,palace,maybe,,',
};

describe('every refusal of the registry', () => {
  let office: RegistryOffice;
  const provoked = new Set<string>();

  beforeAll(async () => {
    office = await openRegistryOffice();
    await office.seed();
  }, 60_000);

  afterAll(() => office.close());

  const refused = (answer: Answer, code: string): void => {
    expect(answer.code).toBe(code);
    expect(answer.body).toMatchObject({ code, status: answer.status });
    provoked.add(code);
  };
  const revisionOf = async (path: string): Promise<number> =>
    Number((await office.call('drafter', 'GET', path)).body.revision);
  const put = async (path: string, body: object): Promise<Answer> =>
    office.call('drafter', 'PUT', `${path}/draft`, { body, ifMatch: await revisionOf(path) });
  const publish = async (path: string): Promise<Answer> =>
    office.call('publisher', 'POST', `${path}/publication`, { ifMatch: await revisionOf(path) });
  const withdraw = async (path: string, version: number): Promise<Answer> =>
    office.call('publisher', 'POST', `${path}/versions/${version}/withdrawal`, {
      body: { reason: '发布有误' },
      ifMatch: await revisionOf(path),
    });

  it.each(Object.entries(REFUSED_DRAFTS))('%s', async (code, body) => {
    refused(await put(FUZHOU, body), code);
    expect(await revisionOf(FUZHOU)).toBe(-1);
  });

  it.each(Object.entries(REFUSED_CALENDARS))('%s', async (code, body) => {
    refused(await office.call('drafter', 'PUT', CALENDAR, { body: { ...body, source: 'test' } }), code);
  });

  it.each(Object.entries(REFUSED_LISTS))('%s', async (code, rows) => {
    const url = 'areas/import?province=350000&source=test';
    refused(await office.call('drafter', 'POST', url, { file: `${HEADER}${rows}\n` }), code);
    expect((await office.call('drafter', 'GET', 'areas/350199')).code).toBe('insurance-area.not-found');
  });

  it('names the columns of a file with another header', async () => {
    const file = 'code,name\n350199,甲\n';
    const answer = await office.call('drafter', 'POST', 'areas/import?province=350000&source=test', { file });
    refused(answer, 'insurance-area.file-unreadable');
  });

  it('of calendars: too early, unchanged, not published', async () => {
    const early = { holidays: [day('2028-01-01')], makeUpWorkdays: [], source: 'test' };
    refused(
      await office.call('drafter', 'PUT', 'calendars/2028', { body: early }),
      'work-calendar.too-early',
    );
    refused(await office.call('clerk', 'GET', 'calendars/2028'), 'work-calendar.not-found');
    const { holidays, makeUpWorkdays, source } = (await office.call('clerk', 'GET', CALENDAR)).body;
    const same = { body: { holidays, makeUpWorkdays, source } };
    refused(await office.call('drafter', 'PUT', CALENDAR, same), 'work-calendar.unchanged');
  });

  it('of areas and levels that do not exist', async () => {
    refused(await office.call('clerk', 'GET', 'areas/999999'), 'insurance-area.not-found');
    refused(await office.call('clerk', 'GET', 'policies/999999'), 'region-policy.no-such-area');
    refused(
      await office.call('clerk', 'GET', 'policies/350100/resolved?on=2022-12-31'),
      'region-policy.not-resolvable',
    );
    const level = await office.call('drafter', 'PUT', 'policies/350203/draft', {
      body: draft({ advice: [] }),
      ifMatch: -1,
    });
    refused(level, 'region-policy.no-such-level');
  });

  it('on the way of a draft to a version and back', async () => {
    refused(await publish(FUZHOU), 'region-policy.no-draft');
    const early = { ...draft({ notice: notice('1', '甲') }), effectiveFrom: '2022-01-01' };
    expect((await put(FUZHOU, early)).status).toBe(200);
    refused(await publish(FUZHOU), 'region-policy.incomplete');
    expect((await put(FUZHOU, draft({ notice: notice('1', '甲') }))).status).toBe(200);
    const own = { ifMatch: await revisionOf(FUZHOU) };
    refused(
      await office.call('drafter', 'POST', `${FUZHOU}/publication`, own),
      'region-policy.second-person-required',
    );
    expect((await publish(FUZHOU)).status).toBe(200);

    const reworded = draft({ notice: notice('1', '乙') });
    refused(await put(FUZHOU, reworded), 'region-policy.text-version-reused');
    refused(
      await put(FUZHOU, { ...draft({ advice: [] }), effectiveFrom: '2026-03-01' }),
      'region-policy.effective-in-past',
    );
    refused(await withdraw(FUZHOU, 2), 'region-policy.version-not-found');
    expect((await withdraw(FUZHOU, 1)).status).toBe(200);
    refused(await withdraw(FUZHOU, 1), 'region-policy.version-withdrawn');
    refused(await withdraw('policies/350200', 1), 'region-policy.version-in-force');
  });

  it('is provoked here, and has both languages', () => {
    const catalogue = {
      ...insuranceAreaRejections.catalogue,
      ...regionPolicyRejections.catalogue,
      ...workCalendarRejections.catalogue,
    };
    expect([...provoked].sort()).toEqual(Object.keys(catalogue).sort());
    for (const text of Object.values(catalogue)) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(text.nextZh).toMatch(/[\u4e00-\u9fff]/);
      expect(text.en).toMatch(/^[A-Z]/);
    }
  });
});
