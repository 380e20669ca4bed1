import type { PolicyItems } from '@anjuan/contracts';
import { residentIdCheckCharacter } from '@anjuan/filing-intake-domain';
import {
  openTestOffice,
  provisionAccount,
  type Role,
  signInTo,
  type TestAnswer,
  type TestClient,
  type TestOffice,
} from '@anjuan/runtime';
import { v5 } from 'uuid';
import { filingIntake } from '../filing-intake.context';
import { FilingIntakeModule } from '../filing-intake.module';
import { areas, calendar, neighbours, policyOf, type Said, say } from './neighbours.fixture';
import { policyItems } from './policy.fixture';

const PASSWORD = 'Standing-2026';
const PEOPLE: readonly (readonly [string, Role, string])[] = [
  ['clerk', 'clerk', '350200'],
  ['supervisor', 'supervisor', '350000'],
  ['national', 'clerk', '000000'],
  ['foreign', 'clerk', '440100'],
  ['editor', 'registry-editor', '000000'],
  ['local-editor', 'registry-editor', '350000'],
  ['administrator', 'administrator', '000000'],
  ['local-administrator', 'administrator', '350000'],
  ['foreign-administrator', 'administrator', '440000'],
  ['partner', 'partner', '350200'],
  ['officer', 'settlement-officer', '350200'],
];

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let numbersGiven = 0;

/** A valid citizen number of a woman born on the last day of 1949; another one each time. */
export function newIdNumber(): string {
  const n = numbersGiven++;
  const place = 110_000 + Math.floor(n / 500);
  const first17 = `${place}19491231${String((n % 500) * 2).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

/** What a form holds when it is complete. */
export const completeForm = (changed: object = {}, idNumber = newIdNumber()) => ({
  kind: 'OTHER_TEMPORARY',
  insuranceType: '310',
  treatmentRegion: '440100',
  startsOn: '2026-03-02',
  filedBy: 'self',
  identityChecked: 'original-seen',
  applicant: {
    name: '林一一',
    idType: '01',
    idNumber,
    sex: '2',
    birthDate: '1949-12-31',
    phone: '13800138000',
  },
  contact: { name: '林二二', phone: '13900139000' },
  ...changed,
});

export const referral = {
  sendingInstitutionCode: 'H35020000001',
  sendingInstitutionName: '示例医院',
  diagnosisCode: 'C34.900',
  diagnosisName: '示例诊断',
  referredOn: '2026-03-01',
  reason: 'NO_EQUIPMENT',
  opinion: '建议转外就诊',
  hospitalAgrees: true,
};

/** A 1×1 picture. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/** An office with filing-intake, its neighbours' messages, and people who can sign in. */
export class IntakeOffice {
  private readonly clients = new Map<string, TestClient>();
  private policyVersion = 1;

  constructor(readonly test: TestOffice) {}

  static async open(items: PolicyItems = policyItems): Promise<IntakeOffice> {
    const test = await openTestOffice({
      contexts: [neighbours, filingIntake],
      modules: [FilingIntakeModule],
    });
    for (const [username, role, area] of PEOPLE) {
      const person = { accountId: username, username, displayName: username, password: PASSWORD };
      await provisionAccount(test.office, { ...person, grants: [{ role, area }] });
    }
    const opened = new IntakeOffice(test);
    await opened.say(areas, calendar, policyOf(items));
    return opened;
  }

  close(): Promise<void> {
    return this.test.close();
  }

  say(...sayings: readonly Said[]): Promise<void> {
    return say(this.test.office, ...sayings);
  }

  /** Publishes a newer version of the nation's policy. */
  policy(items: PolicyItems): Promise<void> {
    return this.say(policyOf(items, ++this.policyVersion));
  }

  /** The clock stands at this day's morning, and what is due by then was done. */
  async on(day: string): Promise<void> {
    this.test.office.clock.standAt(`${day}T02:00:00.000Z`);
    // Sessions do not last that long.
    this.clients.clear();
    await this.test.office.fireTimers();
    await this.test.office.settle();
  }

  async as(username: string): Promise<TestClient> {
    const known = this.clients.get(username) ?? (await signInTo(this.test, username, PASSWORD));
    this.clients.set(username, known);
    return known;
  }

  /** Sends a request as somebody, and waits until all that follows from it has happened. */
  async call(
    username: string,
    method: Method,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<TestAnswer> {
    const answer = await (await this.as(username)).send(method, `/api/${path}`, body, headers);
    await this.test.office.settle();
    return answer;
  }

  /** Sends a command about a filing at the revision that it has. */
  async act(
    filingId: string,
    method: Method,
    path: string,
    body?: object,
    username = 'clerk',
  ): Promise<TestAnswer> {
    return this.call(username, method, `filings/${filingId}/${path}`, body, await this.match(filingId));
  }

  async match(filingId: string): Promise<Record<string, string>> {
    const { head } = await this.test.office.log.load(`filing-${filingId}`);
    return { 'if-match': `"${head.revision}"` };
  }

  /** Uploads a file. */
  async upload(
    path: string,
    name: string,
    content: Buffer,
    username = 'clerk',
    headers: Record<string, string> = {},
  ) {
    const boundary = 'anjuan-boundary';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const client = await this.as(username);
    const answer = await this.test.app.inject({
      method: 'POST',
      url: `/api/${path}`,
      headers: { ...client.headers, ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    await this.test.office.settle();
    return { status: answer.statusCode, json: answer.json<Record<string, unknown>>() };
  }

  /** Starts a draft. @returns its id */
  async draft(form: object = completeForm(), insuredRegion = '350200', channel = 'counter'): Promise<string> {
    const { json } = await this.call('clerk', 'POST', 'filings', { insuredRegion, channel, data: form });
    return String(json.id);
  }

  /** A draft that lacks nothing. */
  async ready(form: object = completeForm(), ...items: string[]): Promise<string> {
    const filingId = await this.draft(form);
    await this.act(filingId, 'PUT', 'notice', { version: 'N1' });
    for (const item of ['ID_CREDENTIAL', ...items]) await this.act(filingId, 'POST', 'originals', { item });
    return filingId;
  }

  submit(filingId: string): Promise<TestAnswer> {
    return this.act(filingId, 'POST', 'submission');
  }

  async submitted(form: object = completeForm(), ...items: string[]): Promise<string> {
    const filingId = await this.ready(form, ...items);
    const { status, json } = await this.submit(filingId);
    if (status !== 200) throw new Error(`not submitted: ${JSON.stringify(json)}`);
    return filingId;
  }

  /** Decides the newest submission as its review would. */
  async decide(
    filingId: string,
    type: 'ReviewApproved' | 'ReviewRejected' = 'ReviewApproved',
    changed = {},
  ): Promise<void> {
    const submission = await this.submissions(filingId);
    const data = {
      ...this.reviewOf(filingId, submission),
      filingRevision: (await this.test.office.log.load(`filing-${filingId}`)).head.revision,
      decidedBy: 'reviewer',
      policyDigest: 'a'.repeat(64),
      evidence: [],
      ...changed,
    };
    await this.say(
      type === 'ReviewApproved' ? { type, data } : { type, data: { ...data, reasonCode: 'NOT_ELIGIBLE' } },
    );
  }

  reviewOf(filingId: string, submission: number) {
    const reviewId = v5(`${filingId}/${submission}`, v5.URL);
    return { reviewId, filingId, submission, insuredRegion: '350200' };
  }

  private async submissions(filingId: string): Promise<number> {
    const { events } = await this.test.office.log.load(`filing-${filingId}`);
    return events.filter(({ event }) => 'submission' in event.data && 'checks' in event.data).length;
  }

  async active(form: object = completeForm(), ...items: string[]): Promise<string> {
    const filingId = await this.submitted(form, ...items);
    await this.decide(filingId);
    return filingId;
  }

  async detail(filingId: string, username = 'clerk'): Promise<Record<string, unknown>> {
    return { ...(await this.call(username, 'GET', `filings/${filingId}`)).json };
  }
}
