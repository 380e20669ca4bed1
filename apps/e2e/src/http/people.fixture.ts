import type { Role } from '@anjuan/runtime';

/** Good enough for the rules, the same for all: the folders of tests hold nothing real. */
export const PASSWORD = 'Correct-horse-battery-2026';

/** Three bureaus that show three settings of the policies: Xiamen's, Guangdong's, and the national one as it is. */
export const XIAMEN = '350200';
export const GUANGZHOU = '440100';
export const CHENGDU = '510100';
export const NATION = '000000';

type Grants = readonly { readonly role: Role; readonly area: string }[];

const grant = (role: Role, area: string): Grants => [{ role, area }];

const bureau = <const S extends string>(suffix: S, area: string) =>
  ({
    [`clerk.${suffix}`]: grant('clerk', area),
    [`clerk2.${suffix}`]: grant('clerk', area),
    [`reviewer.${suffix}`]: grant('reviewer', area),
    [`reviewer2.${suffix}`]: grant('reviewer', area),
    [`supervisor.${suffix}`]: grant('supervisor', area),
    [`supervisor2.${suffix}`]: grant('supervisor', area),
  }) as Readonly<
    Record<`${'clerk' | 'clerk2' | 'reviewer' | 'reviewer2' | 'supervisor' | 'supervisor2'}.${S}`, Grants>
  >;

/** Who works in the office of these tests, by username. */
export const PEOPLE = {
  admin: grant('administrator', NATION),
  drafter: grant('registry-editor', NATION),
  publisher: grant('registry-editor', NATION),
  settlement: grant('settlement-officer', NATION),
  ...bureau('xm', XIAMEN),
  ...bureau('gz', GUANGZHOU),
  ...bureau('cd', CHENGDU),
} as const;

export type Username = keyof typeof PEOPLE;

/** Systems that call with a token. */
export const MACHINES = {
  'hospital.cd': grant('partner', CHENGDU),
  'hospital.xm': grant('partner', XIAMEN),
  'employer.cd': grant('partner', CHENGDU),
} as const;

export type MachineName = keyof typeof MACHINES;
export type Who = Username | MachineName | 'nobody';
