import { chinaDateOf } from '@anjuan/event-sourcing';
import {
  type Enrolment,
  type FilingRow,
  filingsProjection,
  identitiesProjection,
  isNormalOn,
  maskedIdNumber,
  type PersonRow,
  personRejections,
  personsProjection,
} from '@anjuan/filing-intake-domain';
import type { Caller, ContextTools, QueryHandlers } from '@anjuan/runtime';
import { digestOfDocument } from './identities';
import type { FindPersons, LookedUpPerson, LookUpPerson, PersonPage, PersonView } from './person.schemas';

const READ = 'person:read';
const MOST_FILINGS = 200;
/** Pages looked through for persons of the caller's areas before a short page is answered. */
const MOST_PAGES = 20;

/** The questions about persons. One is visible to whoever may read persons where one of the enrolments is. */
export const personQueries = (tools: ContextTools): QueryHandlers => {
  const persons = () => tools.readModel(personsProjection);

  return {
    LookUpPerson: async (document: LookUpPerson, caller: Caller): Promise<LookedUpPerson> => {
      const digest =
        digestOfDocument(document, tools.identityDigest) ??
        personRejections.reject('person.id-number-invalid');
      const holder = await tools.readModel(identitiesProjection).get(digest);
      const row = holder && ((await persons().get(String(holder.personId))) as PersonRow | undefined);
      const enrolments = row ? visibleEnrolments(row, caller) : [];
      if (!row || enrolments.length === 0) return { found: false, enrolments: [] };
      const { personId, person } = row;
      const today = chinaDateOf(tools.clock.now());
      return { found: true, personId, person, enrolments, prefill: prefillOf(enrolments, today) };
    },

    FindPersons: async ({ search, limit, cursor }: FindPersons, caller: Caller): Promise<PersonPage> => {
      const sort = { field: 'importedAt', direction: 'desc' } as const;
      const rows: PersonPage['rows'] = [];
      let next = cursor;
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await persons().find({ search, sort, limit: limit - rows.length, cursor: next });
        rows.push(...page.rows.flatMap(({ row }) => lineOf(row as PersonRow, caller)));
        next = page.next;
        if (next === undefined || rows.length === limit) break;
      }
      return { rows, next };
    },

    GetPerson: async ({ personId }: { personId: string }, caller: Caller): Promise<PersonView> => {
      const row = (await persons().get(personId)) as PersonRow | undefined;
      if (!row) return personRejections.reject('person.not-found');
      caller.requireAnyArea(
        READ,
        row.enrolments.map(({ insuredRegion }) => insuredRegion),
      );
      const filings = await tools.readModel(filingsProjection).find({
        filter: { personId: { eq: personId }, ...caller.scopeFilter('filing:read', 'insuredRegion') },
        sort: { field: 'updatedAt', direction: 'desc' },
        limit: MOST_FILINGS,
      });
      const { person, importedAt, erased, revision } = row;
      const enrolments = visibleEnrolments(row, caller);
      return {
        personId,
        person,
        enrolments,
        importedAt,
        erased,
        revision,
        filings: filings.rows.map(({ row: filing }) => filingOf(filing as FilingRow)),
      };
    },
  };
};

const visibleEnrolments = ({ enrolments }: PersonRow, caller: Caller): Enrolment[] =>
  enrolments.filter(({ insuredRegion }) => caller.mayRead(READ, insuredRegion));

const filingOf = (row: FilingRow): PersonView['filings'][number] => {
  const { filingId, filingNumber, status, kind, treatmentRegion, startsOn, endsOn } = row;
  return { filingId, filingNumber, status, kind, treatmentRegion, startsOn, endsOn };
};

function prefillOf(enrolments: readonly Enrolment[], today: string): LookedUpPerson['prefill'] {
  const basis = enrolments.find((enrolment) => isNormalOn(enrolment, today)) ?? enrolments[0];
  return basis && { insuredRegion: basis.insuredRegion, insuranceType: basis.insuranceType };
}

function lineOf(row: PersonRow, caller: Caller): PersonPage['rows'] {
  const enrolments = visibleEnrolments(row, caller);
  const { personId, importedAt, person } = row;
  const { name, idType, idNumber } = person;
  return enrolments.length === 0
    ? []
    : [{ personId, name, idType, idNumber: maskedIdNumber(idNumber), enrolments, importedAt }];
}
