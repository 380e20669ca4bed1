import { z } from 'zod';
import { type HttpOffice, type Json, succeeded } from './http-office.fixture';
import type { Insured } from './insured.fixture';
import { multipart } from './multipart.fixture';

/** How the outside register knows a person. */
export interface Enrolled {
  readonly insuredRegion: string;
  readonly insuranceType?: string;
  /** `psn_insu_stas`: 1 normal, 2 paused, 4 ended. */
  readonly status?: string;
  /** `psn_type`: 11 working, 12 retired. */
  readonly personType?: string;
  readonly name?: string;
}

const COLUMNS = [
  'psn_name',
  'psn_cert_type',
  'certno',
  'insu_admdvs',
  'insutype',
  'psn_insu_stas',
  'psn_type',
];

/** An extract of the register as CSV. */
export function extract(rows: readonly (readonly [Insured, Enrolled])[]): string {
  const lines = rows.map(([person, enrolled]) => {
    const { insuredRegion, insuranceType = '310', status = '1', personType = '11', name } = enrolled;
    return [
      name ?? person.name,
      person.idType,
      person.idNumber,
      insuredRegion,
      insuranceType,
      status,
      personType,
    ];
  });
  return [COLUMNS, ...lines].map((line) => line.join(',')).join('\n');
}

/** Imports the person's enrolment, as the registry editor does with a file. @throws when it is refused */
export async function enrol(office: HttpOffice, person: Insured, enrolled: Enrolled): Promise<Json> {
  const raw = multipart({
    name: 'file',
    content: `${extract([[person, enrolled]])}\n`,
    fileName: 'register.csv',
    type: 'text/csv',
  });
  return succeeded(await office.call('drafter', 'POST', 'persons/import', { raw }), z.looseObject({}));
}
