import { draft, type FilingCase, file, must, type Wish } from '../filing-case.fixture';
import type { HttpOffice } from '../http-office.fixture';
import { anybody } from '../insured.fixture';
import { CHENGDU } from '../people.fixture';
import {
  type LastRequest,
  lastStep,
  NOBODYS_ID,
  type Provoke,
  plain,
  type Refusals,
} from './refusal.fixture';

const TEMPORARY = { bureau: 'cd', kind: 'OTHER_TEMPORARY' } as const;
const RESIDENT = { bureau: 'cd', kind: 'LONG_TERM_RESIDENT' } as const;

/** A step of a filing that has come so far. */
const on =
  (
    come: (office: HttpOffice, wish: Wish) => Promise<FilingCase>,
    step: string,
    body?: object,
    { method, wish = TEMPORARY, by }: { method?: LastRequest['method']; wish?: Wish; by?: 'supervisor' } = {},
  ): Provoke =>
  async (office) => {
    const filing = await come(office, wish);
    return lastStep(filing, step, body, { method, who: by && filing.who(by) });
  };

async function inForce(office: HttpOffice, wish: Wish): Promise<FilingCase> {
  const filing = await file(office, wish);
  await filing.complete();
  return filing;
}

async function promised(office: HttpOffice): Promise<FilingCase> {
  const filing = await file(office, { ...RESIDENT, byLetter: true });
  await must(filing.decide('approval', { opinion: '承诺有效。' }));
  return filing;
}

async function changing(office: HttpOffice, wish: Wish): Promise<FilingCase> {
  const filing = await inForce(office, wish);
  await must(filing.act('change-request', { changes: { treatmentRegion: '330100' } }));
  return filing;
}

const stay = {
  serialNumber: 'SN-REFUSED',
  eventSerialNumber: 'EV-REFUSED',
  emergency: false,
  insuredRegion: CHENGDU,
  treatmentRegion: '310000',
  insuranceType: '310',
  institutionCode: 'H31000000001',
  admittedOn: '2026-02-27',
};

/** What a filing cannot do in the state it is in. */
export const filingRefusals: Refusals = {
  'filing.not-found': plain('clerk.cd', 'GET', `filings/${NOBODYS_ID}`),
  'filing.not-editable': on(file, 'draft', { data: { note: '补充' } }, { method: 'PATCH' }),
  'filing.not-a-draft': on(file, 'draft', undefined, { method: 'DELETE' }),
  'filing.item-not-listed': on(draft, 'originals', { item: 'WHIM' }),
  'filing.evidence-unknown': on(draft, `evidence/${NOBODYS_ID}`, undefined, { method: 'DELETE' }),
  'filing.original-not-seen-here': on(
    draft,
    'originals',
    { item: 'ID_CREDENTIAL' },
    { wish: { ...TEMPORARY, channel: 'website' } },
  ),
  'filing.not-under-review': on(draft, 'withdrawal'),
  'filing.not-returned': on(draft, 'resubmission'),
  'filing.not-in-force': on(draft, 'cancellation', { reasonCode: 'RETURNED' }),
  'filing.request-pending': on(changing, 'extension-request', {}),
  'filing.nothing-changed': on(inForce, 'change-request', { changes: {} }),
  'filing.held-too-short': on(
    inForce,
    'cancellation',
    { reasonCode: 'RETURNED' },
    { wish: { bureau: 'fz', kind: 'OTHER_TEMPORARY' } },
  ),
  'filing.extension-not-accepted': on(inForce, 'extension-request', {}, { wish: RESIDENT }),
  'filing.no-open-letter': on(inForce, 'proof'),
  'filing.proof-missing': on(promised, 'proof'),
  'filing.not-an-emergency': async () => {
    const { name, idType, idNumber } = anybody();
    const body = { ...stay, applicant: { name, idType, idNumber } };
    return { who: 'settlement', method: 'POST', path: 'filings/deemed', call: { body } };
  },
  'filing.nothing-to-reinstate': on(
    inForce,
    'reinstatement',
    { reasonCode: 'WRONG_DECISION' },
    { by: 'supervisor' },
  ),
  'filing.place-taken': async (office) => {
    const person = anybody();
    const old = await inForce(office, { ...TEMPORARY, person });
    await must(old.act('cancellation', { reasonCode: 'RETURNED' }));
    await inForce(office, { ...TEMPORARY, person });
    return lastStep(old, 'reinstatement', { reasonCode: 'WRONG_DECISION' }, { who: old.who('supervisor') });
  },
  'filing.nothing-to-upload': on(inForce, 'upload-retry'),
};
