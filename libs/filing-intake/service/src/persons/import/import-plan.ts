import {
  type Enrolment,
  identitiesProjection,
  newsOf,
  type PersonDetails,
  type PersonRow,
  personsProjection,
  samePerson,
} from '@anjuan/filing-intake-domain';
import type { ContextTools } from '@anjuan/runtime';
import type { PersonToImport } from './person-rows';

/** What an import does to a person, as the register stands. */
export interface PlannedPerson extends PersonToImport {
  readonly effect: 'new' | 'changed' | 'unchanged';
  /** Who holds the document; undefined when nobody does. */
  readonly personId: string | undefined;
  /** Of the person's stream as it was seen; part of the request key. */
  readonly revision: number;
}

const AT_ONCE = 500;

/** Looks every person of a file up in the register. */
export async function planImport(
  persons: readonly PersonToImport[],
  { readModel }: Pick<ContextTools, 'readModel'>,
): Promise<readonly PlannedPerson[]> {
  const planned: PlannedPerson[] = [];
  for (let from = 0; from < persons.length; from += AT_ONCE) {
    const some = persons.slice(from, from + AT_ONCE);
    const holders = await readModel(identitiesProjection).getMany(some.map(({ digest }) => digest));
    const holderOf = ({ digest }: PersonToImport) => {
      const holder = holders.get(digest)?.personId;
      return typeof holder === 'string' ? holder : undefined;
    };
    const known = await readModel(personsProjection).getMany(some.flatMap((each) => holderOf(each) ?? []));
    for (const each of some) {
      const personId = holderOf(each);
      const row = personId === undefined ? undefined : (known.get(personId) as PersonRow | undefined);
      planned.push({ ...each, personId, revision: row?.revision ?? -1, effect: effectOn(row, each) });
    }
  }
  return planned;
}

interface Told {
  readonly person: PersonDetails;
  readonly enrolments: readonly Enrolment[];
}

function effectOn(known: Told | undefined, told: Told): PlannedPerson['effect'] {
  if (!known) return 'new';
  const same =
    samePerson(known.person, told.person) && newsOf(known.enrolments, told.enrolments).length === 0;
  return same ? 'unchanged' : 'changed';
}
