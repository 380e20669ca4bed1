import { residentIdCheckCharacter } from '@anjuan/filing-intake-domain';

/** A made-up insured person; the number has a right check character and belongs to nobody. */
export interface Insured {
  readonly name: string;
  readonly idType: '01';
  readonly idNumber: string;
  readonly sex: '1' | '2';
  readonly birthDate: string;
  readonly phone: string;
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const GIVEN = '安宁平和顺康乐泰'.split('');

let serial = 0;

/** The next person of this test file; no two have one number. */
export function anybody(birthDate = '1968-05-20'): Insured {
  serial += 1;
  const order = String(serial).padStart(3, '0');
  const first17 = `110105${birthDate.replaceAll('-', '')}${order}`;
  return {
    name: `${SURNAMES[serial % SURNAMES.length]}${GIVEN[serial % 8]}${GIVEN[Math.floor(serial / 8) % 8]}`,
    idType: '01',
    idNumber: `${first17}${residentIdCheckCharacter(first17)}`,
    sex: serial % 2 === 1 ? '1' : '2',
    birthDate,
    phone: `138${String(serial).padStart(8, '0')}`,
  };
}
