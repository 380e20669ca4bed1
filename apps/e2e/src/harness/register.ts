import type { ApiClient } from './api-client';
import type { SyntheticPerson } from './synthetic-person';

/** Imports the enrolment of a person in Xiamen, employee insurance, paid up. */
export async function importEnrolment(editor: ApiClient, person: SyntheticPerson): Promise<void> {
  const { name, idNumber, sex, birthDate, phone } = person;
  const header = '姓名,证件号码,性别,出生日期,联系电话,参保地,险种,参保状态';
  const csv = `${header}\n${[name, idNumber, sex, birthDate, phone, '350200', '310', '1'].join(',')}\n`;
  const form = new FormData();
  form.set('file', new File([csv], 'enrolments.csv', { type: 'text/csv' }));
  await editor.succeed('POST', 'persons/import', { form });
}
