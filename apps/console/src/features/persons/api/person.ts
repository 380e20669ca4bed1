import type { Bilingual } from '@anjuan/contracts';
import type { Enrolment, FilingRow, IdType, PersonDetails } from '@anjuan/filing-intake-domain';

/** A person in a list; the number is masked. */
export interface PersonLine {
  readonly personId: string;
  readonly name: string;
  readonly idType: IdType;
  readonly idNumber: string;
  readonly enrolments: readonly Enrolment[];
  readonly importedAt: string;
}

export interface FilingOfPerson {
  readonly filingId: string;
  readonly filingNumber?: string;
  readonly status: FilingRow['status'];
  readonly kind?: string;
  readonly treatmentRegion?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
}

/** One person with the enrolments and filings that one may see. */
export interface PersonView {
  readonly personId: string;
  readonly person: Omit<PersonDetails, 'birthDate'> & { readonly birthDate?: string };
  readonly enrolments: readonly Enrolment[];
  readonly importedAt: string;
  readonly erased: boolean;
  readonly revision: number;
  readonly filings: readonly FilingOfPerson[];
}

/** What an import did, or would do. */
export interface ImportReport {
  readonly fileDigest: string;
  readonly dryRun: boolean;
  readonly rows: number;
  readonly persons: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly rowsInError: number;
  readonly problems: readonly ImportProblem[];
  readonly moreProblems: number;
  readonly ignoredColumns: readonly string[];
}

export interface ImportProblem {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly reason: Bilingual;
}
