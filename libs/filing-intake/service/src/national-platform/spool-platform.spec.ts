import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestOffice, type TestOffice } from '@anjuan/runtime';
import { v4 } from 'uuid';
import type { Registration } from './registration';
import { openSpoolFile } from './spool-file';
import { type SpoolOptions, SpoolPlatform } from './spool-platform';

let office: TestOffice;
let folder: string;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-spool-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const platform = (acknowledgedBy: SpoolOptions['acknowledgedBy'], at = join(folder, 'spool')) =>
  new SpoolPlatform({ folder: at, acknowledgedBy, keys: office.office.engines.keys, cipher: 'aes-256-gcm' });

const registrationOf = (changed: Partial<Registration> = {}): Registration => {
  const filingId = v4();
  return {
    filingId,
    registration: 1,
    state: 'in-force',
    filing: {
      filingId,
      filingNumber: '35020020260302000001',
      personId: v4(),
      insuredRegion: '350200',
      treatmentRegion: '440100',
      insuranceType: '310',
      kind: 'REFERRED',
      nationalKind: 'REFERRED',
      behaviour: 'referral',
      startsOn: '2026-03-02',
      byLetter: false,
      manualOnly: false,
    },
    person: { name: '王秀英', idType: '01', idNumber: '11010519491231002X' },
    ...changed,
  };
};

const pathOf = ({ filingId, registration }: Registration, extension: string) =>
  join(folder, 'spool', `${filingId}-${registration}.${extension}`);

describe('the spool', () => {
  it('writes one file for its owner alone, the person readable only with the filing’s key', async () => {
    const registration = registrationOf();
    const receipt = await platform('spooled').register(registration);
    expect(receipt).toMatch(/^spooled:[0-9a-f]{32}$/);
    const path = pathOf(registration, 'json');
    const content = readFileSync(path, 'utf8');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    for (const personal of ['王秀英', '11010519491231002X']) expect(content).not.toContain(personal);
    expect(JSON.parse(content)).toMatchObject({ state: 'in-force', filing: { treatmentRegion: '440100' } });
    const { keys } = office.office.engines;
    expect(openSpoolFile(content, keys)).toEqual(registration);
    await keys.destroy([registration.filingId]);
    expect(() => openSpoolFile(content, keys)).toThrow('destroyed');
  });

  it('keeps the file and the receipt when a registration is handed over again', async () => {
    const registration = registrationOf();
    const first = await platform('spooled').register(registration);
    const before = readFileSync(pathOf(registration, 'json'), 'utf8');
    expect(await platform('spooled').register(registration)).toBe(first);
    expect(readFileSync(pathOf(registration, 'json'), 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'spool'))).toHaveLength(1);
  });

  it('replaces a file that is no whole one, or states something else', async () => {
    const registration = registrationOf();
    await platform('spooled').register(registration);
    writeFileSync(pathOf(registration, 'json'), '{"format":');
    await platform('spooled').register(registration);
    const ended = { ...registration, state: 'ended' as const };
    await platform('spooled').register(ended);
    expect(JSON.parse(readFileSync(pathOf(registration, 'json'), 'utf8')).state).toBe('ended');
  });

  it('does not open a file whose person was changed for that of another registration', async () => {
    const [one, other] = [registrationOf(), registrationOf()];
    for (const each of [one, other]) await platform('spooled').register(each);
    const contents = [one, other].map((each) => JSON.parse(readFileSync(pathOf(each, 'json'), 'utf8')));
    const mixed = JSON.stringify({ ...contents[0], person: contents[1].person });
    expect(() => openSpoolFile(mixed, office.office.engines.keys)).toThrow('authenticate');
    expect(openSpoolFile('{}', office.office.engines.keys)).toBeUndefined();
  });

  it('waits for the receipt that the transfer leaves, then clears away', async () => {
    const registration = registrationOf();
    const spool = platform('file');
    expect(await spool.register(registration)).toBeUndefined();
    writeFileSync(pathOf(registration, 'ack'), '');
    expect(await spool.register(registration)).toBeUndefined();
    writeFileSync(pathOf(registration, 'ack'), '350000202603021000000000012345\n');
    expect(await spool.register(registration)).toBe('350000202603021000000000012345');
    await spool.settled(registration);
    expect(readdirSync(join(folder, 'spool'))).toEqual([]);
  });

  it('passes a refusal on as final, and a receipt that is none', async () => {
    const registration = registrationOf();
    const spool = platform('file');
    await spool.register(registration);
    writeFileSync(pathOf(registration, 'nak'), 'PERSON_UNKNOWN\n');
    const refused = { code: 'platform.PERSON_UNKNOWN', final: true };
    await expect(spool.register(registration)).rejects.toMatchObject(refused);
    writeFileSync(pathOf(registration, 'nak'), '王秀英 is not known');
    await expect(spool.register(registration)).rejects.toMatchObject({ code: 'platform.refused' });
    await spool.settled(registration);
    expect(existsSync(pathOf(registration, 'nak'))).toBe(false);
    await spool.register(registration);
    writeFileSync(pathOf(registration, 'ack'), 'two words');
    const malformed = { code: 'platform.receipt-malformed', final: true };
    await expect(spool.register(registration)).rejects.toMatchObject(malformed);
  });

  it('fails in a way that can pass when the folder cannot be written, and for good when the person was erased', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const blocked = platform('spooled', join(file, 'spool')).register(registrationOf());
    await expect(blocked).rejects.toMatchObject({ code: 'spool.enotdir', final: false });
    const registration = registrationOf();
    const { keys } = office.office.engines;
    await keys.ensure(registration.filingId);
    await keys.destroy([registration.filingId]);
    const erased = { code: 'person-erased', final: true };
    await expect(platform('spooled').register(registration)).rejects.toMatchObject(erased);
  });
});
