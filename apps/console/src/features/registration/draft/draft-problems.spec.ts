import type { FilingKindPolicy } from '@anjuan/contracts';
import type { FilingData } from '@anjuan/filing-intake-domain';
import { endOf, problemsOf } from './draft-problems';

const kind: FilingKindPolicy = {
  code: 'OTHER_TEMPORARY',
  name: { zh: '其他', en: 'Other' },
  nationalKind: 'OTHER_TEMPORARY',
  behaviour: 'temporary',
  materials: [],
  letterAllowed: false,
  completion: { default: 'one-reviewer' },
  separation: 'none',
  validity: { rule: 'months', months: 6 },
  backdatingDays: null,
  retroactive: 'no',
  bothWay: 'no',
  extension: { allowed: false },
  minimumHoldingMonths: 0,
  mayFile: ['self', 'agent'],
  channels: ['counter'],
  asks: { admission: false, referral: false, employer: false },
  formTitle: '备案表',
};

const complete: FilingData = {
  kind: kind.code,
  insuranceType: '310',
  treatmentRegion: '310000',
  startsOn: '2026-08-31',
  filedBy: 'self',
  identityChecked: 'original-seen',
  applicant: {
    name: '林一',
    idType: '01',
    idNumber: '11010519491231002X',
    sex: '2',
    birthDate: '1949-12-31',
    phone: '13800138000',
  },
  contact: { name: '林二', phone: '13900139000' },
};

it('a complete filing has no problem', () => {
  expect(problemsOf(complete, kind)).toEqual({});
});

it('names every field of a section that is missing whole', () => {
  const { contact: _, ...rest } = complete;
  expect(problemsOf(rest, kind)).toEqual({
    'contact.name': { name: 'missing' },
    'contact.phone': { name: 'missing' },
  });
});

it('asks for the agent once an agent files', () => {
  expect(Object.keys(problemsOf({ ...complete, filedBy: 'agent' }, kind))).toContain('agent.relation');
});

it('tells a wrong check character, and what does not agree with the number', () => {
  const applicant = { ...complete.applicant, idNumber: '110105194912310021' };
  expect(problemsOf({ ...complete, applicant }, kind)).toEqual({
    'applicant.idNumber': { name: 'idNumber' },
  });
  const other = { ...complete.applicant, sex: '1' as const, birthDate: '1949-12-30' };
  expect(problemsOf({ ...complete, applicant: other }, kind)).toEqual({
    'applicant.birthDate': { name: 'notLikeId' },
    'applicant.sex': { name: 'notLikeId' },
  });
});

it('gives the range that an end must lie in', () => {
  const chosen = { ...kind, validity: { rule: 'range' as const, minMonths: 1, maxMonths: 6 } };
  expect(problemsOf({ ...complete, endsOn: '2027-03-01' }, chosen)).toEqual({
    endsOn: { name: 'outOfRange', earliest: '2026-09-30', latest: '2027-02-28' },
  });
});

it('computes the end by the rule of the policy', () => {
  expect(endOf(kind, '2026-08-31')).toBe('2027-02-28');
  expect(endOf({ ...kind, validity: { rule: 'open-ended' } }, '2026-08-31')).toBeUndefined();
});
