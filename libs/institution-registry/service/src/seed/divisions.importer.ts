import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InsuranceArea, NATION } from '@anjuan/contracts';
import { areaList } from '@vant/area-data';
import { readAreaList } from '../area/area-list';

/** Taiwan, Hong Kong and Macao have no basic medical insurance of the mainland. */
const OTHER_SYSTEMS = ['71', '81', '82'];
const MUNICIPALITIES = ['11', '12', '31', '50'];
/** Prefecture cities without counties; the package lists their towns. */
const WITHOUT_COUNTIES = ['4419', '4420', '4604', '6202'];
/** Counties directly under the province, which pool by themselves as the list of our own says. */
const POOL_BY_COUNTY = ['419000', '429000'];

const OWN_LIST = join(__dirname, '..', '..', 'data', 'insurance-areas.csv');

export const DIVISIONS_SOURCE =
  'npm @vant/area-data 2.1 (GB/T 2260); data/insurance-areas.csv for the Corps and pools';

const nation: InsuranceArea = { code: NATION, name: '全国', level: 'nation', pooling: false };

/** The whole tree, province by province, the nation first: divisions of the npm package, then the list of our own. */
export function insuranceAreas(): ReadonlyMap<string, readonly InsuranceArea[]> {
  const byCode = new Map(
    [...divisions(), ...readAreaList(readFileSync(OWN_LIST))].map((area) => [area.code, area]),
  );
  const provinces = new Map<string, InsuranceArea[]>([[NATION, [nation]]]);
  for (const area of byCode.values()) {
    const province = `${area.code.slice(0, 2)}0000`;
    provinces.set(province, [...(provinces.get(province) ?? []), area]);
  }
  return provinces;
}

const divisions = (): InsuranceArea[] => [
  ...entries(areaList.province_list, province),
  ...entries(areaList.city_list, prefecture),
  ...entries(areaList.county_list, county),
];

const entries = (
  list: Readonly<Record<string, string>>,
  areaOf: (code: string, name: string) => InsuranceArea | undefined,
): InsuranceArea[] =>
  Object.entries(list)
    .filter(([code]) => !OTHER_SYSTEMS.includes(code.slice(0, 2)))
    .flatMap(([code, name]) => areaOf(code, name) ?? []);

/** A municipality pools one fund; other provinces pool by prefecture and for their own staff (PP9900). */
const province = (code: string, name: string): InsuranceArea => ({
  code,
  name,
  parent: NATION,
  level: 'province',
  pooling: isMunicipal(code),
});

const isMunicipal = (code: string): boolean => MUNICIPALITIES.includes(code.slice(0, 2));

const prefecture = (code: string, name: string): InsuranceArea | undefined =>
  isMunicipal(code)
    ? undefined
    : {
        code,
        name,
        parent: `${code.slice(0, 2)}0000`,
        level: 'prefecture',
        pooling: !POOL_BY_COUNTY.includes(code),
      };

const county = (code: string, name: string): InsuranceArea | undefined =>
  WITHOUT_COUNTIES.includes(code.slice(0, 4))
    ? undefined
    : {
        code,
        name,
        parent: isMunicipal(code) ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`,
        level: 'county',
        pooling: false,
      };
