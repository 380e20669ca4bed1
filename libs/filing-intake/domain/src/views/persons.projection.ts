import { ERASED, onCategory, projection, type Row, row } from '@anjuan/event-sourcing';
import { type Enrolment, withImported } from '../person/enrolment';
import type { identityEvents } from '../person/identity';
import {
  insuredPersonEvents,
  type PersonDetails,
  personDetailsSchema,
} from '../person/insured-person.events';
import { blanked, pathsUnder } from './blanking';

/** A person of the register with the enrolments as imported. */
export interface PersonRow extends Row {
  readonly personId: string;
  readonly person: PersonDetails & Row;
  readonly enrolments: readonly (Enrolment & Row)[];
  /** Where the first enrolment is: whose bureau the person belongs to in lists. */
  readonly insuredRegion: string;
  readonly importedAt: string;
  readonly erased: boolean;
  readonly revision: number;
}

const PERSONAL = pathsUnder(['person'], personDetailsSchema);

/** The register of insured persons, searched by name and identity number. */
export const personsProjection = projection<PersonRow>({
  name: 'persons',
  version: 1,
  indexes: [['insuredRegion', 'importedAt'], ['importedAt']],
  search: ({ person, erased }) => (erased ? [] : [person.name, person.idNumber]),
  categories: [
    onCategory<PersonRow, typeof insuredPersonEvents>('insuredPerson')({
      PersonRegistered: row(
        ({ personId }) => personId,
        (_, { personId, person }, { recordedAt, revision }) => ({
          personId,
          person,
          enrolments: [],
          insuredRegion: '',
          importedAt: recordedAt,
          erased: person.name === ERASED,
          revision,
        }),
      ),
      PersonDetailsChanged: row(
        ({ personId }) => personId,
        (before, { person }, { recordedAt, revision }) =>
          before && { ...before, person, importedAt: recordedAt, revision },
      ),
      EnrolmentImported: row(
        ({ personId }) => personId,
        (before, { enrolments }, { recordedAt, revision }) =>
          before && {
            ...before,
            enrolments: [...withImported(before.enrolments, enrolments)],
            insuredRegion: before.insuredRegion || (enrolments[0]?.insuredRegion ?? ''),
            importedAt: recordedAt,
            revision,
          },
      ),
      PersonErased: row(
        ({ personId }) => personId,
        (before, _, { revision }) => before && { ...blanked(before, PERSONAL), erased: true, revision },
      ),
    }),
  ],
});

interface IdentityRow extends Row {
  readonly personId: string;
}

/** Which person a document leads to, by the keyed digest of its type and number. */
export const identitiesProjection = projection<IdentityRow>({
  name: 'identities',
  version: 1,
  indexes: [['personId']],
  categories: [
    onCategory<IdentityRow, typeof identityEvents>('identity')({
      IdentityClaimed: row(
        (_, { streamId }) => streamId,
        (_, { personId }) => ({ personId }),
      ),
      IdentityReleased: row(
        (_, { streamId }) => streamId,
        () => undefined,
      ),
    }),
  ],
});
