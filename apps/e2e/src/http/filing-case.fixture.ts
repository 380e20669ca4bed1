import { z } from 'zod';
import { type Answer, FIRST_DAY, type HttpOffice, type Json, succeeded } from './http-office.fixture';
import { anybody, type Insured } from './insured.fixture';
import { multipart, pngPart } from './multipart.fixture';
import { CHENGDU, FUZHOU, GUANGZHOU, type Username, type Who, XIAMEN } from './people.fixture';

export type Bureau = 'xm' | 'gz' | 'cd' | 'fz';
export const REGION_OF = { xm: XIAMEN, gz: GUANGZHOU, cd: CHENGDU, fz: FUZHOU } as const;
type RoleName = 'clerk' | 'clerk2' | 'reviewer' | 'reviewer2' | 'supervisor' | 'supervisor2';

/** Fuzhou has fewer people. */
const FUZHOU_PEOPLE: Readonly<Record<RoleName, Username>> = {
  clerk: 'clerk.fz',
  clerk2: 'clerk2.fz',
  reviewer: 'reviewer.fz',
  reviewer2: 'reviewer.fz',
  supervisor: 'supervisor.fz',
  supervisor2: 'supervisor2.fz',
};

/** A filing to be registered; what is left out is ordinary. */
export interface Wish {
  readonly bureau: Bureau;
  readonly kind: string;
  readonly channel?: string;
  readonly person?: Insured;
  /** A signed letter instead of the proof. */
  readonly byLetter?: boolean;
  /** Laid over the form's data, section by section. */
  readonly data?: Json;
  /** Who registers; the bureau's first clerk when left out. */
  readonly clerk?: Username;
}

const kindsSchema = z.looseObject({
  notice: z.looseObject({ version: z.string() }),
  letter: z.looseObject({ version: z.string() }),
  kinds: z.array(
    z.looseObject({
      code: z.string(),
      validity: z.looseObject({ rule: z.string() }),
      asks: z.looseObject({ admission: z.boolean(), referral: z.boolean(), employer: z.boolean() }),
      materials: z.array(
        z.looseObject({
          code: z.string(),
          required: z.boolean(),
          letterMayReplace: z.boolean(),
          onlyForAgent: z.boolean(),
        }),
      ),
    }),
  ),
});
type OfferedKind = z.output<typeof kindsSchema>['kinds'][number];

const result = z.looseObject({ id: z.string() });
const detailSchema = z.looseObject({
  status: z.string(),
  evidence: z.array(z.looseObject({ evidenceId: z.string(), item: z.string() })),
});
const historySchema = z.looseObject({ rows: z.array(z.looseObject({ type: z.string() })) });
const reviewsSchema = z.looseObject({
  rows: z.array(z.looseObject({ reviewId: z.string(), status: z.string(), revision: z.number() })),
});

/** One filing as its bureau works on it, over HTTP alone. Each step says the revision that was read just before. */
export class FilingCase {
  constructor(
    readonly office: HttpOffice,
    readonly filingId: string,
    readonly bureau: Bureau,
    readonly person: Insured,
    readonly clerk: Username,
  ) {}

  get path(): string {
    return `filings/${this.filingId}`;
  }

  /** The bureau's person in a role. */
  who(role: RoleName): Username {
    return this.bureau === 'fz' ? FUZHOU_PEOPLE[role] : `${role}.${this.bureau}`;
  }

  async detail(): Promise<Json & z.output<typeof detailSchema>> {
    return succeeded(await this.office.get(this.clerk, this.path), detailSchema);
  }

  async status(): Promise<string> {
    return (await this.detail()).status;
  }

  /** Types of all events, in order. */
  async history(): Promise<readonly string[]> {
    const answer = await this.office.get(this.who('supervisor'), `${this.path}/history`);
    return succeeded(answer, historySchema).rows.map(({ type }) => type);
  }

  async etag(): Promise<string> {
    const { headers } = await this.office.get(this.clerk, this.path);
    return `${headers.etag}`;
  }

  /** A command on the filing. */
  async act(
    step: string,
    body?: object,
    who: Who = this.clerk,
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'POST',
  ) {
    return this.office.call(who, method, `${this.path}/${step}`, { body, ifMatch: await this.etag() });
  }

  async attach(item: string): Promise<Answer> {
    return this.attachWith(item, { ifMatch: await this.etag() });
  }

  /** Attaches a picture, on the revision and under the key that the caller says. */
  attachWith(
    item: string,
    {
      ifMatch,
      key,
      content,
    }: { readonly ifMatch: string; readonly key?: string; readonly content?: Uint8Array },
  ): Promise<Answer> {
    const path = `${this.path}/evidence?item=${item}`;
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
    return this.office.call(this.clerk, 'POST', path, { raw: multipart(pngPart(content)), ifMatch, headers });
  }

  submit(): Promise<Answer> {
    return this.act('submission');
  }

  /** The review of the newest submission. */
  async review() {
    const answer = await this.office.get(this.who('reviewer'), `reviews/of-filing/${this.filingId}`);
    const newest = succeeded(answer, reviewsSchema).rows.at(-1);
    if (!newest) throw new Error(`no review of ${this.filingId}`);
    return newest;
  }

  /** A command on the newest review. */
  async decide(step: string, body: object | undefined, who: Who = this.who('reviewer')): Promise<Answer> {
    const { reviewId, revision } = await this.review();
    return this.office.call(who, 'POST', `reviews/${reviewId}/${step}`, { body, ifMatch: revision });
  }

  /** The clerk who registered it completes it in one visit; what could not be verified takes an opinion. */
  async complete(): Promise<void> {
    await must(this.decide('completion', { opinion: '已核对原件。' }, this.clerk));
  }

  /** The line of the list, as the clerk finds it by the applicant's name. */
  async line(): Promise<Json | undefined> {
    const answer = await this.office.get(this.clerk, `filings?personId=${(await this.detail()).personId}`);
    const { rows } = succeeded(
      answer,
      z.looseObject({ rows: z.array(z.looseObject({ filingId: z.string() })) }),
    );
    return rows.find(({ filingId }) => filingId === this.filingId);
  }
}

/** What a region offers, as the clerk's form reads it. */
export async function offer(office: HttpOffice, bureau: Bureau) {
  const answer = await office.get(`clerk.${bureau}`, `kinds?insuredRegion=${REGION_OF[bureau]}`);
  return succeeded(answer, kindsSchema);
}

/** Registers a filing up to where it can be submitted. @throws when a step is refused */
export async function register(office: HttpOffice, wish: Wish): Promise<FilingCase> {
  const { notice, letter, kinds } = await offer(office, wish.bureau);
  const kind = kinds.find(({ code }) => code === wish.kind);
  if (!kind) throw new Error(`${wish.bureau} does not offer ${wish.kind}`);
  const filing = await draft(office, wish, kind);
  await must(filing.act('notice', { version: notice.version }, filing.clerk, 'PUT'));
  const materials = kind.materials.filter(
    ({ required, onlyForAgent }) => required && (!onlyForAgent || wish.data?.filedBy === 'agent'),
  );
  for (const { code, letterMayReplace } of materials) {
    if (wish.byLetter && letterMayReplace) continue;
    const seen = (wish.channel ?? 'counter') === 'counter';
    await must(seen ? filing.act('originals', { item: code }) : filing.attach(code));
  }
  if (wish.byLetter) {
    const signed = { version: letter.version, signature: 'ticked' };
    await must(filing.act('letter', signed, filing.clerk, 'PUT'));
  }
  return filing;
}

/** Registers and submits. @throws when a step is refused */
export async function file(office: HttpOffice, wish: Wish): Promise<FilingCase> {
  const filing = await register(office, wish);
  await must(filing.submit());
  return filing;
}

/** A draft with its data and nothing else. */
export async function draft(office: HttpOffice, wish: Wish, kind?: OfferedKind): Promise<FilingCase> {
  const { bureau, channel = 'counter', person = anybody(), clerk = `clerk.${bureau}` } = wish;
  const body = { insuredRegion: REGION_OF[bureau], channel, data: formData(wish, person, kind) };
  const { id } = succeeded(await office.call(clerk, 'POST', 'filings', { body }), result);
  return new FilingCase(office, id, bureau, person, clerk);
}

function formData({ kind: code, data = {} }: Wish, person: Insured, kind: OfferedKind | undefined): Json {
  const startsOn = typeof data.startsOn === 'string' ? data.startsOn : FIRST_DAY;
  return {
    kind: code,
    insuranceType: '310',
    treatmentRegion: '310000',
    startsOn,
    ...(kind?.validity.rule === 'range' && { endsOn: `${Number(startsOn.slice(0, 4)) + 1}-12-31` }),
    filedBy: 'self',
    identityChecked: 'original-seen',
    applicant: person,
    contact: { name: '林联系', phone: '13900139000' },
    ...(kind?.asks.admission && { admission: { admitted: false } }),
    ...(kind?.asks.referral && { referral: REFERRAL }),
    ...(kind?.asks.employer && { employer: { name: '示例派驻公司' } }),
    ...data,
  };
}

/** What a sending hospital states. */
export const REFERRAL = {
  sendingInstitutionCode: 'H51010000001',
  sendingInstitutionName: '示例医院',
  diagnosisCode: 'C34.900',
  diagnosisName: '示例诊断',
  referredOn: '2026-03-01',
  reason: 'NO_EQUIPMENT',
  opinion: '建议转外就诊。',
  hospitalAgrees: true,
} as const;

/** @throws with the problem when it is refused */
export async function must(answer: Promise<Answer>): Promise<Answer> {
  const { status, json } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(json)}`);
  return answer;
}
