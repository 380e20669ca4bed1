import { draft, type FilingCase, must, register } from './filing-case.fixture';
import { type Answer, type Call, HttpOffice } from './http-office.fixture';
import { multipart, PNG, pngPart } from './multipart.fixture';
import type { Who } from './people.fixture';

let office: HttpOffice;
let filing: FilingCase;
beforeAll(async () => {
  office = await HttpOffice.open();
  filing = await draft(office, { bureau: 'cd', kind: 'OTHER_TEMPORARY' });
}, 60_000);
afterAll(() => office.close());

const JSON_TYPE = 'application/json';
const json = (payload: string | Buffer): Call => ({ raw: { payload, contentType: JSON_TYPE } });

/** Refused with a clear error of the caller's, and nothing is recorded. */
async function refuses(send: () => Promise<Answer>, code: string | RegExp): Promise<void> {
  const { result, events } = await office.recordedBy(send);
  expect(result.code).toMatch(code);
  expect(result.status).toBeGreaterThanOrEqual(400);
  expect(result.status).toBeLessThan(500);
  expect(events).toEqual([]);
}

const creating = (body: unknown) => json(JSON.stringify(body));
const region = { insuredRegion: '510100' };

describe('a body that does not have the form', () => {
  it.each<[string, Call, string]>([
    ['of a wrong type', creating({ insuredRegion: 510100 }), 'request.invalid'],
    ['that is a list', creating([region]), 'request.invalid'],
    ['that is null', creating(null), 'request.invalid'],
    ['that is a text', creating('510100'), 'request.invalid'],
    ['with an unknown field', creating({ ...region, admin: true }), 'request.invalid'],
    [
      'with an unknown field below',
      creating({ ...region, data: { applicant: { nick: 'x' } } }),
      'request.invalid',
    ],
    ['with a wrong region', creating({ insuredRegion: '51010' }), 'request.invalid'],
    ['with an unknown channel', creating({ ...region, channel: 'pigeon' }), 'request.invalid'],
    [
      'with a day that does not exist',
      creating({ ...region, data: { startsOn: '2026-02-30' } }),
      'request.invalid',
    ],
    [
      'with a text that is too long',
      creating({ ...region, data: { note: 'x'.repeat(4001) } }),
      'request.invalid',
    ],
    ['that is empty', json(''), 'request.'],
    ['that is cut off', json('{"insuredRegion":'), 'request.malformed'],
    ['with something after its end', json('{"insuredRegion":"510100"}}'), 'request.malformed'],
    ['that reaches for the prototype', json('{"insuredRegion":"510100","__proto__":{"x":1}}'), 'request.'],
    [
      'nested a hundred thousand deep',
      json(`{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      'request.',
    ],
    ['that is huge', json(`{"insuredRegion":"${'5'.repeat(3_000_000)}"}`), 'request.too-large'],
    [
      'that is no UTF-8',
      json(
        Buffer.concat([
          Buffer.from('{"insuredRegion":"510100","data":{"note":"'),
          Buffer.from([0xc3, 0x28, 0xff]),
          Buffer.from('"}}'),
        ]),
      ),
      'request.malformed',
    ],
    [
      'of another type',
      { raw: { payload: 'a=1', contentType: 'application/x-www-form-urlencoded' } },
      'request.unsupported-type',
    ],
    [
      'whose type is no type',
      { raw: { payload: '{}', contentType: 'nonsense' } },
      'request.unsupported-type',
    ],
  ])('%s', (_, call, code) => refuses(() => office.call('clerk.cd', 'POST', 'filings', call), code));

  it('does not repeat what was sent: it may be personal', async () => {
    const secret = '王秀英110105194912310021';
    const call = creating({ ...region, data: { startsOn: secret, applicant: { idType: secret } } });
    const { bytes, status } = await office.call('clerk.cd', 'POST', 'filings', call);
    expect(status).toBe(422);
    expect(bytes.toString()).not.toContain('王秀英');
  });
});

describe('a header that does not have the form', () => {
  it.each<[string, Call, string]>([
    ['If-Match without quotes', { ifMatch: '0' }, 'request.if-match-malformed'],
    ['If-Match with two revisions', { ifMatch: '"0", "1"' }, 'request.if-match-malformed'],
    ['If-Match for any', { ifMatch: '*' }, 'request.if-match-malformed'],
    ['If-Match beyond all revisions', { ifMatch: '"99999999999999999999"' }, 'request.if-match-malformed'],
    ['a stale revision', { ifMatch: '"0"' }, 'request.stale-revision'],
    ['a revision of the future', { ifMatch: '"77"' }, 'request.stale-revision'],
    ['a short key', { ifMatch: '"1"', headers: { 'idempotency-key': 'x' } }, 'request.key-malformed'],
    [
      'a key with a space',
      { ifMatch: '"1"', headers: { 'idempotency-key': 'two words here' } },
      'request.key-malformed',
    ],
    [
      'a huge key',
      { ifMatch: '"1"', headers: { 'idempotency-key': 'k'.repeat(201) } },
      'request.key-malformed',
    ],
    ['a wrong CSRF token', { ifMatch: '"1"', headers: { 'x-csrf-token': '' } }, 'access.csrf'],
    [
      'a token instead of the session',
      { ifMatch: '"1"', headers: { authorization: 'Bearer anj_x_y' } },
      'access.sign-in-required',
    ],
    ['half a token', { ifMatch: '"1"', headers: { authorization: 'Bearer' } }, 'access.sign-in-required'],
    [
      'a cookie that is none',
      { ifMatch: '"1"', headers: { cookie: 'anjuan_session=%ff%00;;=' } },
      'access.sign-in-required',
    ],
  ])('%s', (_, call, code) =>
    refuses(
      () =>
        office.call('clerk.cd', 'POST', `${filing.path}/originals`, {
          body: { item: 'ID_CREDENTIAL' },
          ...call,
        }),
      code,
    ),
  );

  it.each(['-1', '1.5', 'NaN', '1e3', '1'.repeat(40), ' '])('Min-Position "%s"', (position) =>
    refuses(
      () => office.get('clerk.cd', 'filings', { 'min-position': position }),
      'request.position-malformed',
    ),
  );

  it('a purpose that is no code is not kept', async () => {
    const { status } = await office.get('clerk.cd', filing.path, { 'x-purpose': "'; DROP TABLE rows; --" });
    expect(status).toBe(200);
    const log = await office.get('supervisor.cd', `access-log?subject=filing-${filing.filingId}`);
    expect(log.bytes.toString()).not.toContain('DROP');
  });
});

describe('a file that is not what it should be', () => {
  const attach = (call: Call, item = 'ID_CREDENTIAL') =>
    filing
      .etag()
      .then((ifMatch) =>
        office.call('clerk.cd', 'POST', `${filing.path}/evidence?item=${item}`, { ifMatch, ...call }),
      );
  const MB = 1024 * 1024;

  it.each<[string, Call, string]>([
    ['of zero bytes', { raw: multipart(pngPart(Buffer.alloc(0))) }, 'evidence.empty'],
    [
      'that is a program',
      {
        raw: multipart({
          ...pngPart(Buffer.from('MZ\u0090\u0000')),
          fileName: 'a.exe',
          type: 'application/x-msdownload',
        }),
      },
      'evidence.',
    ],
    [
      'that says it is a picture and is text',
      { raw: multipart(pngPart(Buffer.from('<script>alert(1)</script>'))) },
      'evidence.',
    ],
    [
      'that says it is a PDF and is a picture',
      { raw: multipart({ ...pngPart(PNG), type: 'application/pdf', fileName: 'a.pdf' }) },
      'evidence.type-mismatch',
    ],
    [
      'that is too large',
      { raw: multipart(pngPart(Buffer.concat([PNG, Buffer.alloc(21 * MB)]))) },
      'request.too-large',
    ],
    ['that is not there', { raw: multipart({ name: 'note', content: 'x' }) }, 'request.file-missing'],
    ['that comes twice', { raw: multipart(pngPart(), pngPart()) }, 'request.'],
    [
      'that comes with another field',
      { raw: multipart(pngPart(), { name: 'file', content: 'again' }) },
      'request.',
    ],
    ['that comes as JSON', { body: { file: 'x' } }, 'request.'],
    [
      'in a form without a boundary',
      { raw: { payload: 'x', contentType: 'multipart/form-data' } },
      'request.',
    ],
    [
      'in a form that is cut off',
      { raw: { ...multipart(pngPart()), payload: multipart(pngPart()).payload.subarray(0, 120) } },
      'request.',
    ],
  ])('%s', (_, call, code) => refuses(() => attach(call), code));

  it('under an item that is no code', () =>
    refuses(() => attach({ raw: multipart(pngPart()) }, encodeURIComponent("'; --")), 'request.invalid'));

  it.each(['../../etc/passwd.png', 'C:\\scan.png', '扫描件".png', 'a\u0000b.png'])(
    'a name like %j neither leads anywhere nor breaks the header of the download',
    async (fileName) => {
      const own = await draft(office, { bureau: 'cd', kind: 'OTHER_TEMPORARY' });
      const raw = multipart({ ...pngPart(), fileName: fileName.replaceAll('"', '%22') });
      const path = `${own.path}/evidence`;
      const answer = await office.call('clerk.cd', 'POST', `${path}?item=ID_CREDENTIAL`, {
        raw,
        ifMatch: await own.etag(),
      });
      expect(answer.status).toBeLessThan(500);
      if (answer.status >= 300) return;
      const file = await office.get('clerk.cd', `${path}/${answer.json.evidenceId}`);
      expect(file.status).toBe(200);
      expect(file.bytes.equals(PNG)).toBe(true);
      expect(`${file.headers['content-disposition']}`).not.toMatch(/[\r\n]/);
      expect(file.headers['x-content-type-options']).toBe('nosniff');
    },
  );
});

describe('rules that the form alone cannot tell', () => {
  const submitted = async (data: object) =>
    (await register(office, { bureau: 'cd', kind: 'OTHER_TEMPORARY', data: { ...data } })).act('submission');
  it.each<[string, object, string]>([
    ['dates in reverse', { endsOn: '2026-02-01' }, 'filing.dates-reversed'],
    ['an end that the policy sets', { endsOn: '2026-10-01' }, 'filing.end-not-chosen'],
    ['a place that is none', { treatmentRegion: '999999' }, 'filing.area-unknown'],
    ['a place in the own province', { treatmentRegion: '510300' }, 'filing.same-province'],
  ])('%s', async (_, data, code) => {
    const { result, events } = await office.recordedBy(() => submitted(data));
    expect(result.code).toBe(code);
    expect(events.map(({ type }) => type)).not.toContain('FilingSubmitted');
  });
});

describe('what is searched is text and nothing else', () => {
  const TRICKS = [
    "' OR 1=1 --",
    '%',
    '_',
    '*',
    '"',
    '\\',
    'NEAR(a b)',
    'a AND',
    '(',
    '-',
    '{}',
    '\u0000',
    '一"二',
    '^',
    ':',
    '💥',
    '\ud800',
  ];
  const SEARCHES: readonly (readonly [Who, string])[] = [
    ['clerk.cd', 'filings/search'],
    ['reviewer.cd', 'reviews/search'],
    ['admin', 'accounts/search'],
    ['clerk.cd', 'persons/search'],
  ];
  it.each(SEARCHES)('%s: %s', async (who, path) => {
    for (const trick of TRICKS) {
      const { status, json: found } = await office.call(who, 'POST', path, { body: { search: trick } });
      if (status === 200) expect([trick, found.rows]).toEqual([trick, []]);
      else expect([trick, status]).toEqual([trick, 422]);
    }
  });

  it.each<[Who, string]>([
    ['clerk.cd', 'filings'],
    ['reviewer.cd', 'reviews'],
    ['admin', 'accounts'],
    ['supervisor.cd', 'access-log'],
    ['supervisor.cd', 'reviews/samples'],
    ['clerk.cd', 'policies'],
  ])('%s: pages of %s', async (who, path) => {
    for (const query of [
      'cursor=nonsense',
      'cursor=e30',
      'cursor=%00',
      'limit=0',
      'limit=-1',
      'limit=1e9',
      'limit=ten',
      'unknown=1',
      'limit=1&limit=2',
    ]) {
      const { status } = await office.get(who, `${path}?${query}`);
      expect([query, status]).toEqual([query, 422]);
    }
  });
});

it('after all of this the office still works', async () => {
  const after = await register(office, { bureau: 'cd', kind: 'OTHER_TEMPORARY' });
  await must(after.submit());
  await after.complete();
  expect(await after.status()).toBe('active');
});
