import type { FilingKindPolicy } from '@anjuan/contracts';
import { agentCredential, identityCredential, maternityForm, signedForm } from './materials';
import { nationalKindSources, nationalKinds } from './national-kinds';
import type { ShippedPolicy } from './shipped-policy';
import { fieldSources, SOURCES } from './sources';

const FORM = '广东省异地就医备案登记表';

const form = signedForm(FORM, 'Guangdong registration form');

/** The national kinds on Guangdong's own form. */
const onOwnForm = (kind: FilingKindPolicy): FilingKindPolicy => ({
  ...kind,
  formTitle: FORM,
  materials: kind.materials.map((material) => (material.code === form.code ? form : material)),
});

/** Maternity care elsewhere is filed apart, on a form of its own. */
const maternity: FilingKindPolicy = {
  code: 'MATERNITY',
  name: { zh: '异地生育就医', en: 'Maternity care elsewhere' },
  nationalKind: 'MATERNITY',
  behaviour: 'temporary',
  materials: [identityCredential, maternityForm, agentCredential],
  letterAllowed: false,
  completion: { default: 'one-reviewer', counter: 'one-visit' },
  separation: 'registrar-not-reviewer',
  validity: { rule: 'months', months: 12 },
  backdatingDays: null,
  retroactive: 'after-discharge-manual-only',
  bothWay: 'no',
  extension: { allowed: true, months: 6 },
  minimumHoldingMonths: 0,
  mayFile: ['self', 'agent'],
  channels: ['counter', 'app', 'mini-program', 'website'],
  asks: { admission: true, referral: false, employer: false },
  formTitle: '广东省异地就医生育保险登记备案表',
};

const kinds = [...nationalKinds.map(onOwnForm), maternity];

/** Guangdong: the national kinds on the province's form, and maternity. Everything else is inherited. */
export const guangdongPolicy: ShippedPolicy = {
  area: '440000',
  effectiveFrom: '2023-01-01',
  items: {
    offeredKinds: kinds.map(({ code }) => code),
    kinds: Object.fromEntries(kinds.map((kind) => [kind.code, kind])),
  },
  sources: {
    offeredKinds: SOURCES.forms2025,
    ...nationalKindSources,
    ...fieldSources(
      kinds.map(({ code }) => code),
      ['formTitle'],
      SOURCES.forms2025,
    ),
    'kinds.MATERNITY': SOURCES.unverified,
    'kinds.MATERNITY.materials': SOURCES.forms2025,
  },
};
