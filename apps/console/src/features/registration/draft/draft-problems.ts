import type { FilingKindPolicy } from '@anjuan/contracts';
import { Rejected } from '@anjuan/event-sourcing';
import {
  type AskedSection,
  askedSections,
  type FilingData,
  factsOfDocument,
  type IdentityDocument,
  isIdNumber,
  normalIdNumber,
  periodOf,
  readComplete,
} from '@anjuan/filing-intake-domain';

/** What a field's problem is; the texts are named after these. */
export type ProblemName =
  | 'missing'
  | 'invalid'
  | 'phone'
  | 'name'
  | 'idNumber'
  | 'notLikeId'
  | 'reversed'
  | 'outOfRange'
  | 'notChosen';

export interface FieldProblemText {
  readonly name: ProblemName;
  readonly earliest?: string;
  readonly latest?: string;
}

export type Problems = Readonly<Record<string, FieldProblemText>>;

const SPECIAL: Readonly<Record<string, ProblemName>> = { phone: 'phone', name: 'name', idNumber: 'idNumber' };

/** Everything that would stop a submission, by the rules of the domain, field by field. */
export function problemsOf(data: FilingData, kind: FilingKindPolicy | undefined): Problems {
  const asked: readonly AskedSection[] = kind ? askedSections(kind, data) : [];
  const read = readComplete(data, asked);
  const fields = 'problems' in read ? read.problems : [];
  return {
    ...Object.fromEntries(
      fields.flatMap((field) => expanded(field.path).map((path) => [path, named({ ...field, path })])),
    ),
    ...identityProblems('applicant', data.applicant),
    ...identityProblems('agent', data.agent),
    ...birthProblems(data),
    ...(kind ? periodProblems(kind, data) : {}),
  };
}

/** A section that is missing whole is missing field by field. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  applicant: ['name', 'idType', 'idNumber', 'sex', 'birthDate', 'phone'],
  contact: ['name', 'phone'],
  agent: ['name', 'idType', 'idNumber', 'phone', 'address', 'relation'],
  employer: ['name'],
  admission: ['admitted'],
  referral: [
    'sendingInstitutionName',
    'diagnosisCode',
    'diagnosisName',
    'referredOn',
    'reason',
    'opinion',
    'hospitalAgrees',
  ],
};

const expanded = (path: string): readonly string[] =>
  SECTIONS[path]?.map((field) => `${path}.${field}`) ?? [path];

const named = ({ path, problem }: { path: string; problem: string }): FieldProblemText => {
  if (problem === 'missing') return { name: 'missing' };
  const field = path.split('.').at(-1) ?? '';
  return { name: (path.includes('.') && SPECIAL[field]) || 'invalid' };
};

type Typed = { readonly idType?: IdentityDocument['idType']; readonly idNumber?: string } | undefined;

/** The document as it would be kept; undefined while it is not filled in. */
export const documentOf = (typed: Typed): IdentityDocument | undefined =>
  typed?.idType === undefined || !typed.idNumber
    ? undefined
    : { idType: typed.idType, idNumber: normalIdNumber(typed.idNumber) };

function identityProblems(section: string, typed: Typed): Problems {
  const document = documentOf(typed);
  if (!document || isIdNumber(document)) return {};
  return { [`${section}.idNumber`]: { name: 'idNumber' } };
}

function birthProblems({ applicant }: FilingData): Problems {
  const document = documentOf(applicant);
  const facts = document && isIdNumber(document) ? factsOfDocument(document) : undefined;
  if (!facts || !applicant) return {};
  return {
    ...(applicant.birthDate && applicant.birthDate !== facts.birthDate
      ? { 'applicant.birthDate': { name: 'notLikeId' as const } }
      : {}),
    ...(applicant.sex && applicant.sex !== facts.sex
      ? { 'applicant.sex': { name: 'notLikeId' as const } }
      : {}),
  };
}

function periodProblems(kind: FilingKindPolicy, { startsOn, endsOn }: FilingData): Problems {
  if (startsOn === undefined) return {};
  try {
    periodOf(kind, { startsOn, endsOn });
    return {};
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
    const { earliest, latest } = error.details;
    const name = PERIOD[error.code] ?? 'invalid';
    return { endsOn: { name, earliest: text(earliest), latest: text(latest) } };
  }
}

const PERIOD: Readonly<Record<string, ProblemName>> = {
  'filing.dates-reversed': 'reversed',
  'filing.validity-out-of-range': 'outOfRange',
  'filing.end-not-chosen': 'notChosen',
  'filing.incomplete': 'missing',
};

/** The end that follows from the rule, or the range to choose it from. */
export function endOf(kind: FilingKindPolicy, startsOn: string | undefined) {
  if (startsOn === undefined || kind.validity.rule === 'range') return undefined;
  return periodOf(kind, { startsOn }).endsOn;
}
