import { z } from 'zod';
import { draft, must, REFERRAL, register } from '../filing-case.fixture';
import { type Json, succeeded } from '../http-office.fixture';
import { anybody } from '../insured.fixture';
import { multipart, pngPart } from '../multipart.fixture';
import { GUANGZHOU } from '../people.fixture';
import { type LastRequest, lastStep } from '../refusals/refusal.fixture';
import { type Entries, type Entry, entry, opinion, type Stage } from './stage.fixture';

const ONE = '/api/filings/{filingId}';
const created = z.looseObject({ id: z.string() });
type Come = (stage: Stage) => ReturnType<Stage['filing']>;

/** A step of one case. */
const step = (
  come: Come,
  name: string,
  body?: object,
  by: Partial<Pick<LastRequest, 'method'>> & { who?: 'supervisor' } = {},
): Entry =>
  entry('case', async (stage) => {
    const filing = await come(stage);
    const who = by.who === undefined ? filing.clerk : filing.who(by.who);
    return lastStep(filing, name, body, { who, method: by.method });
  });

/** Reads something of the standing case. */
const read = (name: string, who: LastRequest['who'] = 'clerk.gz'): Entry =>
  entry('case', async ({ standing }) => ({ who, method: 'GET', path: `${standing.path}${name}` }));

const drafted: Come = (stage) => stage.filing(draft);
const ready: Come = (stage) => stage.filing(register);
const waiting: Come = (stage) => stage.waiting();
const inForce: Come = (stage) => stage.inForce();
const promised: Come = (stage) => stage.promised();

const returned: Come = async (stage) => {
  const filing = await stage.waiting();
  await must(filing.decide('supplement', { items: ['ID_CREDENTIAL'], opinion }));
  return filing;
};

const proven: Come = async (stage) => {
  const filing = await stage.promised();
  await must(filing.attach('RESIDENCE_PROOF'));
  return filing;
};

const cancelled: Come = async (stage) => {
  const filing = await stage.inForce();
  await must(filing.act('cancellation', { reasonCode: 'RETURNED' }));
  return filing;
};

const partnerFiling = (kind: string, originalsSeen: readonly string[], sections: Json) => ({
  insuredRegion: GUANGZHOU,
  noticeVersion: '2023-01',
  originalsSeen,
  data: {
    kind,
    insuranceType: '310',
    treatmentRegion: '310000',
    startsOn: '2026-03-02',
    applicant: anybody(),
    contact: { name: '林联系', phone: '13900139000' },
    admission: { admitted: false },
    ...sections,
  },
});

const referral = () =>
  partnerFiling('REFERRED', ['ID_CREDENTIAL', 'REFERRAL_DOCUMENT'], { referral: REFERRAL });

const partner = (path: string, body: () => object): Entry =>
  entry('case', async () => ({
    who: 'hospital.gz',
    method: 'POST',
    path: `filings/${path}`,
    call: { body: body() },
  }));

function stay() {
  const { name, idType, idNumber } = anybody();
  return {
    serialNumber: `SN-${idNumber.slice(-6)}`,
    eventSerialNumber: 'EV-1',
    emergency: true,
    applicant: { name, idType, idNumber },
    insuredRegion: GUANGZHOU,
    treatmentRegion: '310000',
    insuranceType: '310',
    institutionCode: 'H31000000001',
    admittedOn: '2026-02-27',
  };
}

/** Everything below `/api/filings`. */
export const filingRoutes: Entries = {
  'POST /api/filings': entry('case', async () => ({
    who: 'clerk.gz',
    method: 'POST',
    path: 'filings',
    call: { body: { insuredRegion: GUANGZHOU } },
  })),
  'GET /api/filings': entry('list', async () => ({
    who: 'clerk.gz',
    method: 'GET',
    path: 'filings?limit=200',
  })),
  'POST /api/filings/search': entry('list', async ({ person }) => ({
    who: 'clerk.gz',
    method: 'POST',
    path: 'filings/search',
    call: { body: { search: person.name } },
  })),
  'POST /api/filings/checks': entry('case', async (stage) => ({
    who: 'clerk.gz',
    method: 'POST',
    path: 'filings/checks',
    call: { body: { filingId: (await ready(stage)).filingId } },
  })),
  'POST /api/filings/referrals': partner('referrals', referral),
  'POST /api/filings/collected': partner('collected', () =>
    partnerFiling('STATIONED_WORKER', ['ID_CREDENTIAL', 'WORK_PROOF'], {
      employer: { name: '示例派驻公司' },
    }),
  ),
  'POST /api/filings/deemed': partner('deemed', stay),
  [`GET ${ONE}`]: read(''),
  [`GET ${ONE}/history`]: read('/history', 'supervisor.gz'),
  [`GET ${ONE}/form.pdf`]: read('/form.pdf'),
  [`GET ${ONE}/receipt.pdf`]: read('/receipt.pdf'),
  [`GET ${ONE}/progress`]: entry('case', async ({ office }) => {
    const answer = await office.call('hospital.gz', 'POST', 'filings/referrals', { body: referral() });
    const { id } = succeeded(answer, created);
    return { who: 'hospital.gz', method: 'GET', path: `filings/${id}/progress` };
  }),
  [`PATCH ${ONE}/draft`]: step(drafted, 'draft', { data: { note: '补充说明' } }, { method: 'PATCH' }),
  [`DELETE ${ONE}/draft`]: step(drafted, 'draft', undefined, { method: 'DELETE' }),
  [`PUT ${ONE}/notice`]: step(drafted, 'notice', { version: '2023-01' }, { method: 'PUT' }),
  [`PUT ${ONE}/letter`]: step(
    (stage) => stage.filing(draft, { kind: 'LONG_TERM_RESIDENT' }),
    'letter',
    { version: '2023-01', signature: 'ticked' },
    { method: 'PUT' },
  ),
  [`POST ${ONE}/originals`]: step(drafted, 'originals', { item: 'ID_CREDENTIAL' }),
  [`POST ${ONE}/submission`]: step(ready, 'submission'),
  [`POST ${ONE}/resubmission`]: step(returned, 'resubmission'),
  [`POST ${ONE}/withdrawal`]: step(waiting, 'withdrawal'),
  [`POST ${ONE}/change-request`]: step(inForce, 'change-request', { changes: { treatmentRegion: '330100' } }),
  [`POST ${ONE}/extension-request`]: step(inForce, 'extension-request', {}),
  [`POST ${ONE}/proof`]: step(proven, 'proof'),
  [`POST ${ONE}/breach`]: step(
    promised,
    'breach',
    { reasonCode: 'COMMITMENT_UNTRUE' },
    { who: 'supervisor' },
  ),
  [`POST ${ONE}/cancellation`]: step(inForce, 'cancellation', { reasonCode: 'RETURNED' }),
  [`POST ${ONE}/revocation`]: step(
    inForce,
    'revocation',
    { reasonCode: 'MADE_IN_ERROR' },
    { who: 'supervisor' },
  ),
  [`POST ${ONE}/reinstatement`]: step(
    cancelled,
    'reinstatement',
    { reasonCode: 'WRONG_DECISION' },
    { who: 'supervisor' },
  ),
  [`POST ${ONE}/upload-retry`]: step((stage) => stage.refusedUpload(), 'upload-retry'),
  [`POST ${ONE}/evidence`]: entry('case', async (stage) => {
    const filing = await drafted(stage);
    const call = { raw: multipart(pngPart()), ifMatch: await filing.etag() };
    return { who: 'clerk.gz', method: 'POST', path: `${filing.path}/evidence?item=ID_CREDENTIAL`, call };
  }),
  [`GET ${ONE}/evidence/{evidenceId}`]: entry('case', async ({ standing, evidenceId }) => ({
    who: 'clerk.gz',
    method: 'GET',
    path: `${standing.path}/evidence/${evidenceId}`,
  })),
  [`DELETE ${ONE}/evidence/{evidenceId}`]: entry('case', async (stage) => {
    const filing = await drafted(stage);
    await must(filing.attach('ID_CREDENTIAL'));
    const { evidence } = await filing.detail();
    return lastStep(filing, `evidence/${evidence[0]?.evidenceId}`, undefined, { method: 'DELETE' });
  }),
};
