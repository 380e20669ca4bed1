import { insuranceTypeSchema } from '@anjuan/contracts';
import type { FilingData } from '@anjuan/filing-intake-domain';
import { useTranslation } from 'react-i18next';
import { useAreaName } from '../lib/areas';
import { useTexts } from '../lib/feature-texts';
import { fieldTexts } from './field-texts';
import { useSharedTexts } from './texts';

type SectionFields<S> = S extends string ? never : keyof S & string;

/** Paths of a filing's fields: `kind`, `applicant.name`. */
export type FieldPath = {
  [K in keyof FilingData & string]: NonNullable<FilingData[K]> extends object
    ? `${K}.${SectionFields<NonNullable<FilingData[K]>>}`
    : K;
}[keyof FilingData & string];

/** Which list of codes a field is filled from. */
const LISTS: Readonly<Record<string, string>> = {
  'applicant.idType': 'idType',
  'applicant.sex': 'sex',
  'agent.idType': 'idType',
  'agent.relation': 'relation',
  filedBy: 'filedBy',
  identityChecked: 'identityChecked',
};

interface FieldWords {
  /** Name of a field; its path where it has none. */
  readonly label: (path: string) => string;
  /** A value as people read it: names for codes and areas. */
  readonly show: (path: string, value: unknown) => string;
}

/** Words for the fields of a filing and for their values. */
export function useFieldWords(): FieldWords {
  const { t, i18n } = useTranslation(fieldTexts.namespace);
  const shared = useSharedTexts();
  const areaName = useAreaName();
  const word = (key: string, otherwise: string): string =>
    i18n.exists(key, { ns: fieldTexts.namespace }) ? t(key) : otherwise;
  const show = (path: string, value: unknown): string => {
    if (value === undefined || value === null) return '';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    const text = String(value);
    if (path.endsWith('Region')) return areaName(text);
    if (path === 'insuranceType') {
      const type = insuranceTypeSchema.safeParse(text);
      return type.success ? shared(`insurance.${type.data}`) : text;
    }
    const list = LISTS[path];
    return list ? word(`${list}.${text}`, text) : text;
  };
  return { label: (path) => word(`field.${path}`, path), show };
}

/** How a letter was signed, in words. */
export function useSignatureWord(): (signature: 'ticked' | 'drawn' | 'paper') => string {
  const t = useTexts(fieldTexts);
  return (signature) => t(`signature.${signature}`);
}
