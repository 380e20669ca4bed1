import { factsOfDocument, type IdType, isIdNumber, normalIdNumber } from './identity-document';
import { addressSchema, personNameSchema, phoneSchema } from './personal-values';

describe('an identity document', () => {
  it.each<[IdType, string]>([
    ['01', '11010519491231002X'],
    ['02', '军字第12345678号'],
    ['04', 'H12345678'],
    ['05', 'M1234567801'],
    ['06', '12345678'],
    ['07', 'USA110000000001'],
    ['08', 'P1234567'],
    ['16', 'E12345678'],
    ['17', '810000199001010019'],
    ['90', 'A12345678'],
  ])('of type %s has a number such as %s', (idType, idNumber) => {
    expect(isIdNumber({ idType, idNumber })).toBe(true);
  });

  it.each<[IdType, string]>([
    ['01', '110105194912310021'],
    ['04', 'M12345678'],
    ['06', '123456789'],
    ['16', '12345678'],
    ['17', '810000199001010018'],
    ['90', 'A1234567'],
  ])('of type %s has no number such as %s', (idType, idNumber) => {
    expect(isIdNumber({ idType, idNumber })).toBe(false);
  });

  it('tells birth date and sex only where its number holds them', () => {
    expect(factsOfDocument({ idType: '17', idNumber: '810000199001010019' })).toEqual({
      birthDate: '1990-01-01',
      sex: '1',
    });
    expect(factsOfDocument({ idType: '08', idNumber: 'P1234567' })).toBeUndefined();
  });

  it('has one spelling', () => {
    expect(normalIdNumber(' 110105 19491231 002x')).toBe('11010519491231002X');
  });
});

describe('personal values', () => {
  it.each(['张三', '阿卜杜热合曼·买买提', "Anne O'Neil"])('accept the name %s', (name) => {
    expect(personNameSchema.safeParse(name).success).toBe(true);
  });

  it.each(['', '张', '张3', 'x'.repeat(51)])('refuse the name "%s"', (name) => {
    expect(personNameSchema.safeParse(name).success).toBe(false);
  });

  it.each(['13800138000', '0592-2188888', '021-12345678-801', '+852-21234567'])(
    'accept the phone %s',
    (phone) => {
      expect(phoneSchema.safeParse(phone).success).toBe(true);
    },
  );

  it.each(['12345', '1380013800a', ''])('refuse the phone "%s"', (phone) => {
    expect(phoneSchema.safeParse(phone).success).toBe(false);
  });

  it('refuse an address of more than 200 characters', () => {
    expect(addressSchema.safeParse('厦'.repeat(201)).success).toBe(false);
  });
});
