import type { Role } from '@anjuan/runtime';

/** Good enough for the rules, the same for all: the folders of tests hold nothing real. */
export const PASSWORD = 'Correct-horse-battery-2026';

/** Bureaus with the shipped policies (Xiamen's, Guangdong's, the national one), and Fuzhou with a strict one of these tests. */
export const XIAMEN = '350200';
export const GUANGZHOU = '440100';
export const CHENGDU = '510100';
export const FUZHOU = '350100';
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
  'clerk.fz': grant('clerk', FUZHOU),
  'clerk2.fz': grant('clerk', FUZHOU),
  'reviewer.fz': grant('reviewer', FUZHOU),
  'supervisor.fz': grant('supervisor', FUZHOU),
  'supervisor2.fz': grant('supervisor', FUZHOU),
  'editor.gz': grant('registry-editor', GUANGZHOU),
  'admin.gz': grant('administrator', GUANGZHOU),
  'clerk.nation': grant('clerk', NATION),
  /** Registers and reviews, as in a small bureau. */
  'allround.cd': [...grant('clerk', CHENGDU), ...grant('reviewer', CHENGDU)],
} as const;

export type Username = keyof typeof PEOPLE;

/** Systems that call with a token. */
export const MACHINES = {
  'hospital.cd': grant('partner', CHENGDU),
  'hospital.xm': grant('partner', XIAMEN),
  'hospital.gz': grant('partner', GUANGZHOU),
  'employer.cd': grant('partner', CHENGDU),
} as const;

export type MachineName = keyof typeof MACHINES;
export type Who = Username | MachineName | 'nobody';
