import { openRegistryOffice, type RegistryOffice } from './testing/registry-office.fixture';

const item = (items: object) => ({
  effectiveFrom: '2026-06-01',
  items,
  sources: Object.fromEntries(Object.keys(items).map((name) => [name, 'unverified default'])),
});
const advice = (zh: string) => item({ advice: [{ zh, en: zh }] });

describe('the registry over HTTP', () => {
  let office: RegistryOffice;

  beforeAll(async () => {
    office = await openRegistryOffice();
    await office.seed();
  }, 60_000);

  afterAll(() => office.close());

  it('shows which areas keep a policy of their own', async () => {
    const { status, body } = await office.call('clerk', 'GET', 'policies');
    expect(status).toBe(200);
    expect(body.rows).toMatchObject([
      { area: '000000', versions: [{ version: 1, status: 'published', publishedBy: 'publisher' }] },
      { area: '350200', versions: [{ version: 1, effectiveFrom: '2023-01-01' }] },
      { area: '440000' },
    ]);
  });

  it('resolves the policy of Xiamen on a day and says where each item comes from', async () => {
    const { status, body } = await office.call('clerk', 'GET', 'policies/350200/resolved?on=2026-03-02');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      area: '350200',
      levels: [
        { area: '000000', version: 1 },
        { area: '350200', version: 1 },
      ],
      items: { offeredKinds: ['XM_LONG_TERM', 'XM_TEMPORARY'] },
      origins: { notice: { area: '000000' }, offeredKinds: { area: '350200' } },
    });
    expect(body.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('resolves the policy of a district as that of its pooling region', async () => {
    const { body } = await office.call('clerk', 'GET', 'policies/440106/resolved');
    expect(body).toMatchObject({
      on: '2026-03-02',
      items: { offeredKinds: expect.arrayContaining(['MATERNITY']) },
    });
  });

  it('takes a policy from draft to publication by two people, compares it, and withdraws it', async () => {
    const at = 'policies/350100';
    expect((await office.call('drafter', 'GET', at)).headers.etag).toBe('"-1"');
    const draft = await office.call('drafter', 'PUT', `${at}/draft`, { body: advice('甲'), ifMatch: -1 });
    expect(draft).toMatchObject({ status: 200, headers: { etag: '"0"' } });
    expect((await office.call('clerk', 'GET', at)).body).not.toHaveProperty('draft');
    expect((await office.call('fujian', 'GET', at)).body).toMatchObject({ draft: { version: 1 } });

    const revised = await office.call('drafter', 'PUT', `${at}/draft`, { body: advice('乙'), ifMatch: 0 });
    expect(revised.status).toBe(200);
    const stale = await office.call('fujian', 'POST', `${at}/publication`, { ifMatch: 0 });
    expect(stale).toMatchObject({ status: 412, code: 'request.stale-revision' });
    const own = await office.call('drafter', 'POST', `${at}/publication`, { ifMatch: 1 });
    expect(own).toMatchObject({ status: 409, code: 'region-policy.second-person-required' });
    expect((await office.call('fujian', 'POST', `${at}/publication`, { ifMatch: 1 })).status).toBe(200);

    const comparison = `${at}/comparison?from=2026-05-31&to=2026-06-01`;
    expect((await office.call('clerk', 'GET', comparison)).body).toMatchObject({
      differences: [{ item: 'advice', change: 'changed', after: [{ zh: '乙' }] }],
    });
    const withdrawal = { body: { reason: '生效日期有误' }, ifMatch: 2 };
    expect((await office.call('fujian', 'POST', `${at}/versions/1/withdrawal`, withdrawal)).status).toBe(200);
    expect((await office.call('clerk', 'GET', comparison)).body).toMatchObject({ differences: [] });
  });

  it('keeps an editor to the areas below the own node', async () => {
    const foreign = { body: advice('丙'), ifMatch: -1 };
    expect(await office.call('fujian', 'PUT', 'policies/440100/draft', foreign)).toMatchObject({
      status: 403,
      code: 'access.outside-area',
    });
    expect((await office.call('clerk', 'PUT', 'policies/350200/draft', foreign)).code).toBe(
      'access.forbidden',
    );
    const calendar = { body: { holidays: [], makeUpWorkdays: [], source: 'x' } };
    expect((await office.call('fujian', 'PUT', 'calendars/2026', calendar)).code).toBe('access.outside-area');
  });

  it('refuses a field that no policy has', async () => {
    const body = { ...advice('丁'), items: { advise: [] } };
    const answer = await office.call('drafter', 'PUT', 'policies/350100/draft', { body, ifMatch: 3 });
    expect(answer).toMatchObject({ status: 422, code: 'request.invalid' });
  });

  it('shows the calendars and takes a corrected one', async () => {
    expect((await office.call('clerk', 'GET', 'calendars?limit=1')).body).toMatchObject({
      rows: [{ year: 2026, version: 1 }],
    });
    const { body } = await office.call('clerk', 'GET', 'calendars/2026');
    const { holidays, makeUpWorkdays } = body;
    const corrected = { body: { holidays, makeUpWorkdays, source: '更正通知' }, ifMatch: 0 };
    expect((await office.call('drafter', 'PUT', 'calendars/2026', corrected)).status).toBe(200);
    expect((await office.call('clerk', 'GET', 'calendars/2026')).body).toMatchObject({ version: 2 });
  });

  it('finds areas by parent, name and pooling, and where one lies', async () => {
    const names = async (query: string) => {
      const { body } = await office.call('clerk', 'GET', `areas?${query}`);
      return (body.rows as { name: string }[]).map(({ name }) => name);
    };
    expect(await names('parent=660000&limit=500')).toHaveLength(15);
    expect(await names(`search=${encodeURIComponent('厦')}`)).toContain('厦门市');
    expect(await names('search=3502&pooling=true')).toEqual(['厦门市']);
    expect((await office.call('clerk', 'GET', 'areas/350203')).body).toMatchObject({
      name: '思明区',
      path: [{ name: '全国' }, { name: '福建省' }, { name: '厦门市' }, { name: '思明区' }],
    });
  });

  it('takes a province’s areas again from a file of an operator', async () => {
    const file =
      '\uFEFFcode,name,parent,level,pooling,validFrom,validTo\n350299,厦门市市本级,350200,pool,true,2026-01-01,\n';
    const url = 'areas/import?province=350000&source=test';
    expect((await office.call('fujian', 'POST', url, { file })).status).toBe(200);
    expect((await office.call('clerk', 'GET', 'areas/350299')).body).toMatchObject({
      validFrom: '2026-01-01',
    });
    const elsewhere = await office.call('fujian', 'POST', url.replace('350000', '440000'), { file });
    expect(elsewhere.code).toBe('access.outside-area');
  });

  it('documents every route', async () => {
    const { body } = await office.call('clerk', 'GET', 'openapi.json');
    expect(Object.keys(body.paths as object)).toEqual(
      expect.arrayContaining([
        '/api/policies/{area}/draft',
        '/api/policies/{area}/versions/{version}/withdrawal',
        '/api/calendars/{year}',
        '/api/areas/import',
      ]),
    );
  });

  it('publishes what others need and keeps drafts inside', async () => {
    const types: string[] = [];
    for (const event of await office.office.engines.store.readAll({ limit: 10_000 })) {
      for (const item of office.office.feed.items({ categories: [], topics: TOPICS }, event)) {
        if (item.kind === 'message') types.push(item.message.type);
      }
    }
    expect(new Set(types)).toEqual(
      new Set([
        'InsuranceAreasImported',
        'WorkCalendarPublished',
        'RegionPolicyPublished',
        'RegionPolicyWithdrawn',
      ]),
    );
  });
});

const TOPICS = [
  'institution-registry.insurance-area.v1',
  'institution-registry.work-calendar.v1',
  'institution-registry.region-policy.v1',
];
