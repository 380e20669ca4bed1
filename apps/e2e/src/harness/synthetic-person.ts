import { residentIdCheckCharacter } from '@anjuan/filing-intake-domain';

/** A made-up person with a valid ID number; the same number gives the same person, others never meet. */
export interface SyntheticPerson {
  readonly name: string;
  readonly idType: '01';
  readonly idNumber: string;
  readonly sex: '1' | '2';
  readonly birthDate: string;
  readonly phone: string;
}

const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const GIVEN = '昀煜璟珩霁翊晗昶瑄玥祺稷蓁葳嬿婧';

const letters = (alphabet: string, n: number, count: number): string =>
  Array.from({ length: count }, (_, at) => alphabet[Math.floor(n / 16 ** at) % 16]).join('');

/** @param n 0 to 9999 */
export function syntheticPerson(n: number): SyntheticPerson {
  const day = new Date(Date.UTC(1950, 0, 1 + n));
  const birthDate = day.toISOString().slice(0, 10);
  const first17 = `350203${birthDate.replaceAll('-', '')}${String(100 + (n % 800)).padStart(3, '0')}`;
  return {
    name: `${letters(FAMILY, n, 1)}${letters(GIVEN, Math.floor(n / 16), 3)}`,
    idType: '01',
    idNumber: `${first17}${residentIdCheckCharacter(first17)}`,
    sex: Number(first17[16]) % 2 === 1 ? '1' : '2',
    birthDate,
    phone: `139${String(10_000_000 + n)}`,
  };
}
