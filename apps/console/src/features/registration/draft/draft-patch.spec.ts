import { disagreements, patchAt, patchBetween, valueAt } from './draft-patch';

describe('patchBetween', () => {
  it('names what is new or different, and clears with null what is gone', () => {
    expect(
      patchBetween(
        { kind: 'REFERRED', applicant: { name: '林一', phone: '1' } },
        { endsOn: '2026-08-31', applicant: { name: '林二' } },
      ),
    ).toEqual({ kind: null, endsOn: '2026-08-31', applicant: { name: '林二', phone: null } });
  });

  it('is empty for the same content', () => {
    const data = { kind: 'REFERRED', contact: { name: '林一' } };
    expect(patchBetween(data, { ...data, contact: { ...data.contact } })).toEqual({});
  });

  it('leaves out a half-typed code that the server could not keep, and nothing else', () => {
    const typed = { referral: { sendingInstitutionCode: 'H35', diagnosisName: '肺炎' } };
    expect(patchBetween({}, typed)).toEqual({ referral: { diagnosisName: '肺炎' } });
    expect(patchBetween({}, { referral: { sendingInstitutionCode: 'H35' } })).toEqual({});
  });
});

it('an emptied field is cleared', () => {
  expect(patchAt('contact.phone', '')).toEqual({ contact: { phone: null } });
  expect(patchAt('kind', 'REFERRED')).toEqual({ kind: 'REFERRED' });
});

it('a field of a section that was never touched has no value', () => {
  expect(valueAt({}, 'agent.name')).toBeUndefined();
  expect(valueAt({ agent: { name: '林一' } }, 'agent.name')).toBe('林一');
});

it('two copies disagree field by field, also where one of them has nothing', () => {
  expect(
    disagreements({ note: '甲', applicant: { name: '林一' } }, { applicant: { name: '林一', phone: '1' } }),
  ).toEqual([
    { path: 'note', theirs: '甲', mine: undefined },
    { path: 'applicant.phone', theirs: undefined, mine: '1' },
  ]);
});
