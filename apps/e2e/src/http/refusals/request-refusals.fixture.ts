import { draft, file, must } from '../filing-case.fixture';
import { freshKey } from '../http-office.fixture';
import { multipart } from '../multipart.fixture';
import { lastStep, plain, type Refusals } from './refusal.fixture';

const WISH = { bureau: 'cd', kind: 'OTHER_TEMPORARY' } as const;
const JSON_TYPE = 'application/json';

/** Requests that never reach a rule of the domain. */
export const requestRefusals: Refusals = {
  'request.invalid': plain('clerk.cd', 'POST', 'filings', { body: { insuredRegion: 'Chengdu' } }),
  'request.malformed': plain('clerk.cd', 'POST', 'filings', {
    raw: { payload: '{', contentType: JSON_TYPE },
  }),
  'request.too-large': plain('clerk.cd', 'POST', 'filings', { body: { note: 'x'.repeat(2_000_000) } }),
  'request.unsupported-type': plain('clerk.cd', 'POST', 'filings', {
    raw: { payload: '<filing/>', contentType: 'application/xml' },
  }),
  'request.file-missing': plain('drafter', 'POST', 'persons/import', {
    raw: multipart({ name: 'note', content: 'no file here' }),
  }),
  'request.one-file-only': plain('drafter', 'POST', 'persons/import', {
    raw: multipart(
      { name: 'file', content: 'psn_name', fileName: 'a.csv', type: 'text/csv' },
      { name: 'file', content: 'psn_name', fileName: 'b.csv', type: 'text/csv' },
    ),
  }),
  'request.cursor-mismatch': plain('clerk.cd', 'GET', 'filings?cursor=nonsense'),
  'request.no-such-route': plain('clerk.cd', 'GET', 'nowhere'),
  'request.if-match-required': async (office) => {
    const { who, method, path } = await lastStep(await file(office, WISH), 'withdrawal');
    return { who, method, path };
  },
  'request.if-match-malformed': async (office) => {
    const { who, method, path } = await lastStep(await file(office, WISH), 'withdrawal');
    return { who, method, path, call: { ifMatch: 'the newest' } };
  },
  'request.key-malformed': plain('clerk.cd', 'POST', 'filings', {
    body: { insuredRegion: '510100' },
    headers: { 'idempotency-key': 'short' },
  }),
  'request.key-reused': async (office) => {
    const headers = { 'idempotency-key': freshKey() };
    await must(office.call('clerk.cd', 'POST', 'filings', { body: { insuredRegion: '510100' }, headers }));
    const body = { insuredRegion: '510100', channel: 'phone' };
    return { who: 'clerk.cd', method: 'POST', path: 'filings', call: { body, headers } };
  },
  'request.position-malformed': plain('clerk.cd', 'GET', 'filings', { headers: { 'min-position': 'soon' } }),
  'request.stale-revision': async (office) => {
    const filing = await draft(office, WISH);
    const stale = await lastStep(filing, 'originals', { item: 'ID_CREDENTIAL' });
    await must(filing.act('draft', { data: { note: '补充说明' } }, filing.clerk, 'PATCH'));
    return stale;
  },
  'read.position-not-reached': plain('clerk.cd', 'GET', 'filings', {
    headers: { 'min-position': '999999999' },
  }),
};
