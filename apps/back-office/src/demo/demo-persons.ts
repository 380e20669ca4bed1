import { addDays } from '@anjuan/event-sourcing';
import { residentIdCheckCharacter } from '@anjuan/filing-intake-domain';
import { Faker, zh_CN } from '@faker-js/faker';

/** A synthetic insured person: the name is invented, the ID number has a right check digit and belongs to nobody known. */
export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly idType: '01';
  readonly idNumber: string;
  readonly sex: '1' | '2';
  readonly birthDate: string;
  readonly phone: string;
  readonly insuredRegion: string;
  readonly insuranceType: '310' | '390';
  readonly retired: boolean;
}

/** Places of issue that the divisions list has, so that the numbers look as real ones do. */
const ISSUED = [
  '350203',
  '440106',
  '510104',
  '110105',
  '310101',
  '420106',
  '610103',
  '230102',
  '650102',
  '530102',
];
/** Names as long as they come. */
const LONG_NAMES = ['买买提·艾力江·阿不都热依木', '欧阳建国', '阿卜杜外力·吐尔逊尼亚孜', '司马相如意'];

/** A source of invented people; the same seed gives the same ones. */
export class DemoPeople {
  readonly faker: Faker;

  constructor(
    seed: number,
    private readonly newId: () => string,
  ) {
    this.faker = new Faker({ locale: zh_CN });
    this.faker.seed(seed);
  }

  next(insuredRegion: string): DemoPerson {
    const { faker } = this;
    const sex = faker.helpers.arrayElement(['1', '2'] as const);
    const retired = faker.number.float() < 0.35;
    const birthDate = addDays(
      retired ? '1942-01-01' : '1968-01-01',
      faker.number.int({ min: 0, max: 12_000 }),
    );
    return {
      personId: this.newId(),
      name: faker.number.float() < 0.04 ? faker.helpers.arrayElement(LONG_NAMES) : this.name(sex),
      idType: '01',
      idNumber: this.idNumber(birthDate, sex),
      sex,
      birthDate,
      phone: this.phone(),
      insuredRegion,
      insuranceType: faker.number.float() < 0.6 ? '310' : '390',
      retired,
    };
  }

  name(sex: '1' | '2'): string {
    const of = sex === '1' ? 'male' : 'female';
    return `${this.faker.person.lastName(of)}${this.faker.person.firstName(of)}`;
  }

  phone(): string {
    return `1${this.faker.helpers.arrayElement(['38', '39', '59', '86'])}${this.faker.string.numeric(8)}`;
  }

  private idNumber(birthDate: string, sex: '1' | '2'): string {
    const { faker } = this;
    const serial =
      faker.string.numeric(2) + String(faker.number.int({ min: 0, max: 4 }) * 2 + (sex === '1' ? 1 : 0));
    const first17 = faker.helpers.arrayElement(ISSUED) + birthDate.replaceAll('-', '') + serial;
    return first17 + residentIdCheckCharacter(first17);
  }
}
