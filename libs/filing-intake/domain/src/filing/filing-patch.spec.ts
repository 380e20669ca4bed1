import { filingPatchSchema } from './filing-data';
import { applyPatch, changesOf, withNormalIdNumbers } from './filing-patch';

describe('a change of a draft', () => {
  const data = { kind: 'REFERRED', applicant: { name: '林一', phone: '13800138000' } };

  it('keeps what it does not name', () => {
    expect(applyPatch(data, { applicant: { phone: '13900139000' } })).toEqual({
      kind: 'REFERRED',
      applicant: { name: '林一', phone: '13900139000' },
    });
  });

  it('clears what it names as null, a field or a whole section', () => {
    expect(applyPatch(data, { kind: null, applicant: { phone: null } })).toEqual({
      applicant: { name: '林一' },
    });
    expect(applyPatch(data, { applicant: null })).toEqual({ kind: 'REFERRED' });
  });

  it('is reduced to the fields that really change', () => {
    const patch = { kind: 'REFERRED', contact: null, applicant: { name: '林一', phone: '13900139000' } };
    expect(changesOf(data, patch)).toEqual({ applicant: { phone: '13900139000' } });
    expect(changesOf(data, { applicant: { name: '林一' } })).toEqual({});
    expect(changesOf(data, { note: '', applicant: { phone: '' } })).toEqual({ applicant: { phone: null } });
  });

  it('spells identity numbers in one way', () => {
    const typed = { applicant: { idNumber: '110105 19491231 002x' }, agent: { idNumber: null } };
    expect(withNormalIdNumbers(typed).applicant?.idNumber).toBe('11010519491231002X');
  });

  it('may be half typed but names no field that a filing does not have', () => {
    expect(filingPatchSchema.safeParse({ applicant: { idNumber: '1101', phone: '138' } }).success).toBe(true);
    expect(filingPatchSchema.safeParse({ applicant: { idNumber: 11 } }).success).toBe(false);
    expect(filingPatchSchema.safeParse({ applicant: { nickname: 'x' } }).success).toBe(false);
    expect(filingPatchSchema.safeParse({ note: 'x'.repeat(4001) }).success).toBe(false);
  });
});
