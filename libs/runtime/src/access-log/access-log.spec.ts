import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldStream, streamName } from '@anjuan/event-sourcing';
import { Caller } from '../access/caller';
import { account } from '../accounts/account';
import { type Bureau, openBureau, PASSWORD, TEMPORARY } from '../accounts/bureau.fixture';
import { provisionAccount } from '../accounts/provision-account';
import { AccessLog } from './access-log';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
  const grants = [{ role: 'supervisor', area: '350200' }] as const;
  const supervisor = { username: 'supervisor', displayName: '督导', grants, password: PASSWORD };
  await provisionAccount(bureau.test.office, supervisor);
});
afterAll(() => bureau.test.close());

const callerOf = (accountId: string, area = '350200') =>
  new Caller({ accountId, kind: 'person', grants: [{ role: 'clerk', area }] }, bureau.test.office.policy);

const accessLog = () => bureau.test.app.get(AccessLog);

const eventsOf = (accountId: string) =>
  bureau.test.office.engines.store.readStream(streamName('accessLog', `${accountId}.2026-03-02`));

const rowsSeenBy = async (username: string, query: string) => {
  await bureau.test.office.settle();
  const { json } = await (await bureau.as(username)).send('GET', `/api/access-log?${query}`);
  return json.rows as readonly { readonly subject: string; readonly action: string }[];
};

/** Every file of a data folder. Read models may hold plain text: they stay in the bureau and can be rebuilt. */
const filesOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, readModel: path.includes('read-models'), bytes: readFileSync(path) }));

describe('the access log', () => {
  it('holds an entry before the answer leaves', async () => {
    await bureau.xiamen.send('GET', `/api/accounts/${bureau.ids.clerk}`);
    const [entry] = (await eventsOf(bureau.ids.xiamen)).slice(-1);
    expect(entry).toMatchObject({
      type: 'AccessRecorded',
      data: { action: 'view', subject: `account-${bureau.ids.clerk}`, area: '350200' },
    });
    expect(entry?.metadata.actorId).toBe(bureau.ids.xiamen);
  });

  it('takes many entries of one account at once, in few appends, and loses none', async () => {
    const subjects = Array.from({ length: 200 }, (_, n) => `filing-${n}`);
    const caller = callerOf('busy');
    await Promise.all(subjects.map((subject) => accessLog().record(caller, { action: 'view', subject })));
    const stored = await eventsOf('busy');
    expect(stored.map(({ data }) => data.subject)).toEqual(subjects);
    expect(new Set(stored.map(({ metadata }) => metadata.$correlationId)).size).toBeLessThan(20);
  });

  it('is refused to the reader when an entry cannot be kept, and goes on with the next', async () => {
    const broken = accessLog().record(callerOf('unlucky'), { action: 'view', subject: '' });
    await expect(broken).rejects.toThrow('AccessRecorded breaks its schema');
    await accessLog().record(callerOf('unlucky'), { action: 'view', subject: 'filing-1' });
    expect(await eventsOf('unlucky')).toHaveLength(1);
  });

  it('is read by supervisors of the area and shows no other', async () => {
    await accessLog().record(callerOf('a'), { action: 'print', subject: 'filing-xiamen' });
    await accessLog().record(callerOf('b', '350100'), { action: 'print', subject: 'filing-fuzhou' });
    expect((await rowsSeenBy('supervisor', 'action=print')).map(({ subject }) => subject)).toEqual([
      'filing-xiamen',
    ]);
    const national = await rowsSeenBy('nation', 'action=print');
    expect(national.map(({ subject }) => subject).sort()).toEqual(['filing-fuzhou', 'filing-xiamen']);
    const supervisor = await bureau.as('supervisor');
    const outside = await supervisor.send('GET', '/api/access-log?area=350100');
    expect([outside.status, outside.json.code]).toEqual([403, 'access.outside-area']);
    const clerk = await (await bureau.as('clerk')).send('GET', '/api/access-log');
    expect([clerk.status, clerk.json.code]).toEqual([403, 'access.forbidden']);
  });

  it('shows what was searched for, which no file holds in plain, read models included', async () => {
    await bureau.xiamen.send('POST', '/api/accounts/search', { search: '司马如意' });
    const rows = await rowsSeenBy('supervisor', 'action=search');
    expect(rows).toContainEqual(expect.objectContaining({ subject: 'account', text: '司马如意' }));
    const activity = await bureau.national.send('GET', `/api/accounts/${bureau.ids.xiamen}/activity`);
    expect(JSON.stringify(activity.json)).toContain('司马如意');
    expect(filesOf(bureau.test.folder).filter(({ bytes }) => bytes.includes('司马如意'))).toEqual([]);
  });

  it('logs who reads it', async () => {
    await rowsSeenBy('supervisor', 'subject=filing-none');
    const [newest] = await rowsSeenBy('supervisor', 'subject=accessLog&limit=1');
    expect(newest).toMatchObject({ action: 'view', subject: 'accessLog', area: '350200' });
  });

  it('is filtered by account, case and days in China', async () => {
    await accessLog().record(callerOf('c'), { action: 'export', subject: 'filing-9' });
    expect(
      await rowsSeenBy('supervisor', 'accountId=c&subject=filing-9&from=2026-03-02&to=2026-03-02'),
    ).toHaveLength(1);
    expect(await rowsSeenBy('supervisor', 'accountId=c&to=2026-03-01')).toEqual([]);
    expect(await rowsSeenBy('supervisor', 'accountId=c&from=2026-03-03')).toEqual([]);
    const wrong = await bureau.national.send('GET', '/api/access-log?from=2026-02-30');
    expect([wrong.status, wrong.json.code]).toEqual([422, 'request.invalid']);
  });
});

describe('the data folder', () => {
  it('holds no password, hash, cookie, token, name, address or searched text in plain', async () => {
    await bureau.xiamen.send('POST', '/api/accounts/search', { search: '慕容雪' });
    const newcomer = { username: 'murong.xue', displayName: '慕容雪', password: TEMPORARY };
    const grants = [{ role: 'clerk', area: '350200' }];
    const id = await bureau.create({ kind: 'person', grants, ...newcomer });
    const machine = await bureau.create({
      kind: 'machine',
      username: 'his.one',
      displayName: '接口',
      grants,
    });
    const issued = await bureau.national.send('POST', `/api/accounts/${machine}/tokens`, {
      label: '慕容医院',
    });
    const secret = String(issued.json.token).slice(-43);
    await bureau.test.office.settle();
    const stored = await bureau.test.office.log.load(streamName('account', id));
    const hash = foldStream(account, stored).passwordHash ?? '';
    expect(hash).toMatch(/^\$argon2id\$/);
    const cookie = (bureau.xiamen.headers.cookie ?? '').split('=')[1] ?? '';
    const files = filesOf(bureau.test.folder);
    const holds = (text: string) => files.filter(({ bytes }) => bytes.includes(text));
    for (const text of [PASSWORD, TEMPORARY, hash, hash.split('$').at(-1) ?? '', cookie, secret]) {
      expect(text.length).toBeGreaterThan(8);
      expect(holds(text)).toEqual([]);
    }
    for (const text of ['慕容雪', 'murong.xue', '慕容医院', '127.0.0.1']) {
      expect(holds(text).filter(({ readModel }) => !readModel)).toEqual([]);
    }
    expect(holds('慕容雪').length).toBeGreaterThan(0);
  });
});
