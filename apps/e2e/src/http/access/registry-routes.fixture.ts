import { z } from 'zod';
import { must } from '../filing-case.fixture';
import { type HttpOffice, succeeded } from '../http-office.fixture';
import { multipart } from '../multipart.fixture';
import { GUANGZHOU, type Who } from '../people.fixture';
import { type Entries, type Entry, entry } from './stage.fixture';

const LEVEL = `policies/${GUANGZHOU}`;
const level = z.looseObject({ revision: z.number() });
const advice = { advice: [{ zh: '请携带证件。', en: 'Bring your papers.' }] };
const content = { effectiveFrom: '2026-06-01', items: advice, sources: { advice: 'test' } };

async function revision(office: HttpOffice): Promise<number> {
  const answer = await office.get('editor.gz', LEVEL);
  return answer.status === 200 ? succeeded(answer, level).revision : -1;
}

async function drafted(office: HttpOffice): Promise<number> {
  await must(
    office.call('editor.gz', 'PUT', `${LEVEL}/draft`, { body: content, ifMatch: await revision(office) }),
  );
  return revision(office);
}

async function published(office: HttpOffice): Promise<number> {
  const ifMatch = await drafted(office);
  await must(office.call('publisher', 'POST', `${LEVEL}/publication`, { ifMatch }));
  return revision(office);
}

/** What every colleague may know: rules are public. */
const common = (path: string, who: Who = 'clerk.gz'): Entry =>
  entry('common', async () => ({ who, method: 'GET', path }));

const areas = multipart({
  name: 'file',
  content:
    'code,name,parent,level,pooling,validFrom,validTo\n440000,广东省,000000,province,false,,\n440100,广州市,440000,prefecture,true,,\n440300,深圳市,440000,prefecture,true,,\n',
  fileName: 'areas.csv',
  type: 'text/csv',
});

/** Areas, calendars, policies. */
export const registryRoutes: Entries = {
  'GET /api/areas': common('areas?parent=440000'),
  'GET /api/areas/{code}': common('areas/440100'),
  'POST /api/areas/import': entry('case', async () => ({
    who: 'drafter',
    method: 'POST',
    path: 'areas/import?province=440000&source=test',
    call: { raw: areas },
  })),
  'GET /api/calendars': common('calendars'),
  'GET /api/calendars/{year}': common('calendars/2026'),
  'PUT /api/calendars/{year}': entry('case', async () => ({
    who: 'drafter',
    method: 'PUT',
    path: 'calendars/2026',
    call: { body: { holidays: [{ date: '2026-01-01', name: '元旦' }], makeUpWorkdays: [], source: 'test' } },
  })),
  'GET /api/policies': common('policies'),
  'GET /api/policies/{area}': common('policies/440000'),
  'GET /api/policies/{area}/resolved': common(`${LEVEL}/resolved`),
  'GET /api/policies/{area}/comparison': common(`${LEVEL}/comparison?from=2026-01-01&to=2026-03-02`),
  'PUT /api/policies/{area}/draft': entry('case', async ({ office }) => ({
    who: 'editor.gz',
    method: 'PUT',
    path: `${LEVEL}/draft`,
    call: { body: { ...content, effectiveFrom: '2026-07-01' }, ifMatch: await revision(office) },
  })),
  'DELETE /api/policies/{area}/draft': entry('case', async ({ office }) => ({
    who: 'editor.gz',
    method: 'DELETE',
    path: `${LEVEL}/draft`,
    call: { ifMatch: await drafted(office) },
  })),
  'POST /api/policies/{area}/publication': entry('case', async ({ office }) => ({
    who: 'publisher',
    method: 'POST',
    path: `${LEVEL}/publication`,
    call: { ifMatch: await drafted(office) },
  })),
  'POST /api/policies/{area}/versions/{version}/withdrawal': entry('case', async ({ office }) => {
    const ifMatch = await published(office);
    const answer = await office.get('editor.gz', LEVEL);
    const { versions } = succeeded(
      answer,
      z.looseObject({ versions: z.array(z.looseObject({ version: z.number() })) }),
    );
    const newest = Math.max(...versions.map(({ version }) => version));
    const call = { body: { reason: '生效日期有误' }, ifMatch };
    return { who: 'publisher', method: 'POST', path: `${LEVEL}/versions/${newest}/withdrawal`, call };
  }),
  'GET /api/kinds': common(`kinds?insuredRegion=${GUANGZHOU}`),
};
