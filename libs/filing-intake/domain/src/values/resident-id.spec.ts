import { readResidentId, residentIdCheckCharacter } from './resident-id';

describe('a resident identity number', () => {
  it('tells birth date and sex when its check character is right', () => {
    expect(readResidentId('11010519491231002X')).toEqual({ birthDate: '1949-12-31', sex: '2' });
    expect(readResidentId('440524188001010014')).toEqual({ birthDate: '1880-01-01', sex: '1' });
  });

  it('is refused with any other check character', () => {
    for (const wrong of '0123456789') expect(readResidentId(`11010519491231002${wrong}`)).toBeUndefined();
  });

  it('is refused when its date is no day of the calendar', () => {
    const first17 = '11010520260229001';
    expect(readResidentId(first17 + residentIdCheckCharacter(first17))).toBeUndefined();
  });

  it.each(['', '11010519491231002', '11010519491231002x', '1101051949123100２X', '110105491231002'])(
    'is refused in another shape: %s',
    (typed) => expect(readResidentId(typed)).toBeUndefined(),
  );

  it('detects every change of one digit', () => {
    const valid = '11010519491231002X';
    for (let at = 0; at < 17; at++) {
      const changed = valid.slice(0, at) + ((Number(valid[at]) + 1) % 10) + valid.slice(at + 1);
      expect(readResidentId(changed)).toBeUndefined();
    }
  });
});
