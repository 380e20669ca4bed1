import {
  type FilingRow,
  filingsProjection,
  identitiesProjection,
  maskedIdNumber,
  type PersonRow,
  personRejections,
  personsProjection,
} from '@anjuan/filing-intake-domain';
import type { Caller, ContextTools, QueryHandlers } from '@anjuan/runtime';
import { digestOfDocument } from './identities';
import type { FindPersons, PersonLookup } from './person-schemas';

const READ = 'person:read';

/** The questions about persons; each keeps to the regions of the caller. */
export const personQueries = (tools: ContextTools): QueryHandlers => {
  const persons = tools.readModel(personsProjection);

  const visible = async (personId: string, caller: Caller): Promise<PersonRow> => {
    const row = (await persons.get(personId)) as PersonRow | undefined;
    if (!row) return personRejections.reject('person.not-found');
    caller.requireAnyArea(READ, regionsOf(row));
    return row;
  };

  return {
    /** Pre-fill: what the register says of a document's holder, or that nobody can verify it. */
    LookUpPerson: async (document: PersonLookup, caller: Caller) => {
      const digest = digestOfDocument(document, tools.identityDigest);
      if (digest === undefined) return personRejections.reject('person.id-number-invalid');
      const claim = await tools.readModel(identitiesProjection).get(digest);
      const personId = typeof claim?.personId === 'string' ? claim.personId : undefined;
      const row = personId && ((await persons.get(personId)) as PersonRow | undefined);
      if (!row || row.erased || !regionsOf(row).some((region) => caller.mayRead(READ, region)))
        return { found: false as const, verifiable: false as const };
      return { found: true as const, verifiable: true as const, ...viewOf(row) };
    },

    FindPersons: async ({ search, limit, cursor }: FindPersons, caller: Caller) => {
      const filter = caller.scopeFilter(READ, 'insuredRegion');
      const sort = { field: 'importedAt', direction: 'desc' as const };
      const page = await persons.find({ filter, search, limit, cursor, sort });
      const rows = page.rows.map(({ row }) => lineOf(row as PersonRow));
      return { rows, next: page.next };
    },

    GetPerson: async ({ personId }: { personId: string }, caller: Caller) => {
      const row = await visible(personId, caller);
      const filter = { personId: { eq: personId }, ...caller.scopeFilter('filing:read', 'insuredRegion') };
      const sort = { field: 'updatedAt', direction: 'desc' as const };
      const page = caller.has('filing:read')
        ? await tools.readModel(filingsProjection).find({ filter, limit: 200, sort })
        : { rows: [] };
      const filings = page.rows.map(({ row: found }) => {
        const { filingId, filingNumber, status, kind, treatmentRegion, startsOn, endsOn } =
          found as FilingRow;
        return { filingId, filingNumber, status, kind, treatmentRegion, startsOn, endsOn };
      });
      return { ...viewOf(row), erased: row.erased, revision: row.revision, filings };
    },
  };
};

const regionsOf = ({ enrolments }: PersonRow): readonly string[] =>
  enrolments.map(({ insuredRegion }) => insuredRegion);

const viewOf = ({ personId, person, enrolments, importedAt }: PersonRow) => ({
  personId,
  person: { ...person },
  enrolments: enrolments.map((enrolment) => ({ ...enrolment })),
  importedAt,
});

const lineOf = ({ personId, person, enrolments, importedAt, erased }: PersonRow) => ({
  personId,
  name: person.name,
  idNumber: erased ? person.idNumber : maskedIdNumber(person.idNumber),
  enrolments: enrolments.map((enrolment) => ({ ...enrolment })),
  importedAt,
  erased,
});
