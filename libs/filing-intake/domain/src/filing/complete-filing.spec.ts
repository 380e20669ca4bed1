import { readComplete } from './complete-filing';

const complete = {
  kind: 'OTHER_TEMPORARY',
  insuranceType: '310',
  treatmentRegion: '310100',
  startsOn: '2026-03-02',
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

describe('a filing that is to be submitted', () => {
  it('is complete with person, contact, place, insurance type, kind and start', () => {
    expect(readComplete(complete, [])).toEqual({ filing: complete });
  });

  it('names each field that is missing or not valid, and no value', () => {
    const { contact, ...rest } = complete;
    const read = readComplete({ ...rest, applicant: { ...complete.applicant, phone: '12', name: '' } }, []);
    expect(read).toEqual({
      problems: expect.arrayContaining([
        { path: 'applicant.phone', problem: 'invalid' },
        { path: 'applicant.name', problem: 'missing' },
        { path: 'contact', problem: 'missing' },
      ]),
    });
    expect(contact).toBeDefined();
  });

  it('needs the sections that its kind or the way of filing asks for', () => {
    expect(readComplete(complete, ['agent', 'referral'])).toEqual({
      problems: [
        { path: 'agent', problem: 'missing' },
        { path: 'referral', problem: 'missing' },
      ],
    });
  });

  it('needs the admission date of a person already admitted', () => {
    expect(readComplete({ ...complete, admission: { admitted: true } }, [])).toEqual({
      problems: [{ path: 'admission.admittedOn', problem: 'missing' }],
    });
  });
});
