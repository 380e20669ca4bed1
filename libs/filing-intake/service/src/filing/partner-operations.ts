import { filingCommands } from '@anjuan/filing-intake-domain';
import { operation } from '@anjuan/runtime';

const whole = filingCommands.ReferFiling.omit({ filingId: true });

const example = {
  insuredRegion: '350200',
  noticeVersion: '2023-1',
  originalsSeen: ['ID_CREDENTIAL', 'REFERRAL_DOCUMENT'],
  data: {
    kind: 'REFERRED',
    insuranceType: '310',
    treatmentRegion: '310000',
    startsOn: '2026-03-02',
    applicant: {
      name: '林一',
      idType: '01',
      idNumber: '11010519491231002X',
      sex: '2',
      birthDate: '1949-12-31',
      phone: '13800138000',
    },
    contact: { name: '林二', phone: '13900139000' },
    referral: {
      sendingInstitutionCode: 'H35020000001',
      sendingInstitutionName: '示例医院',
      diagnosisCode: 'C34.900',
      diagnosisName: '示例诊断',
      referredOn: '2026-03-01',
      reason: 'NO_EQUIPMENT',
      opinion: '建议转外就诊',
      hospitalAgrees: true,
    },
  },
};

export const refer = operation({
  method: 'POST',
  path: 'referrals',
  summary: 'The sending hospital files for its patient in one step, with the fields of transaction 2501',
  access: 'filing:refer',
  command: true,
  status: 201,
  body: whole,
  example,
});

export const collect = operation({
  method: 'POST',
  path: 'collected',
  summary: 'An employer files for its posted staff in one step, collected and confirmed',
  access: 'filing:collect',
  command: true,
  status: 201,
  body: whole,
  example: {
    ...example,
    data: { ...example.data, kind: 'STATIONED_WORKER', referral: undefined, employer: { name: '示例公司' } },
  },
});

export const deem = operation({
  method: 'POST',
  path: 'deemed',
  summary: 'An emergency stay that a settlement flags counts as filed; the same serial and event count once',
  access: 'filing:deem',
  command: true,
  body: filingCommands.DeemFiled.omit({ filingId: true }),
  example: {
    serialNumber: 'SN20260302000001',
    eventSerialNumber: 'EV20260302000001',
    emergency: true,
    applicant: { name: '林一', idType: '01', idNumber: '11010519491231002X' },
    insuredRegion: '350200',
    treatmentRegion: '310000',
    insuranceType: '310',
    institutionCode: 'H31000000001',
    admittedOn: '2026-02-27',
  },
});
