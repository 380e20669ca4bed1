import { type CommandOf, decider, elsewhere } from '@anjuan/event-sourcing';
import { factsOfDocument, isIdNumber } from '../values/identity-document';
import { type Enrolment, newsOf, withImported } from './enrolment';
import { type ClaimableIdentity, identity } from './identity';
import type { insuredPersonCommands } from './insured-person.commands';
import { insuredPersonEvents, type PersonDetails } from './insured-person.events';
import { enrolmentRejections, personRejections } from './person-rejections';

export type InsuredPersonCommand = CommandOf<typeof insuredPersonCommands>;

/** A person as the outside register knows them; `absent` while nothing was imported. */
export interface InsuredPerson {
  readonly status: 'absent' | 'registered' | 'erased';
  readonly person?: PersonDetails;
  readonly enrolments: readonly Enrolment[];
}

export interface PersonSurroundings {
  /** Identity of the document in an import. */
  readonly identity?: ClaimableIdentity;
  /** All documents that lead to a person who is to be erased. */
  readonly documents: readonly ClaimableIdentity[];
  /** Keys that protect data of this person, this stream's own and those of the filings. */
  readonly keyIds: readonly string[];
  /** Filings of the person that are submitted, approved or active. */
  readonly openFilings: readonly string[];
}

/**
 * The register of insured persons: enrolment is truth from outside and comes by import. Personal fields are encrypted
 * with a key that bears the person's id.
 */
export const insuredPerson = decider<
  InsuredPerson,
  InsuredPersonCommand,
  typeof insuredPersonEvents,
  PersonSurroundings
>({
  category: 'insuredPerson',
  events: insuredPersonEvents,
  initialState: { status: 'absent', enrolments: [] },
  idOf: ({ data }) => data.personId,
  keyOf: (personId) => personId,
  decide: {
    ImportEnrolment: ({ personId, person, enrolments, source }, state, around) => {
      refuseImport(personId, person, state, around);
      const news = newsOf(state.enrolments, enrolments);
      const known = state.person;
      return [
        ...(known === undefined ? [{ type: 'PersonRegistered' as const, data: { personId, person } }] : []),
        ...(known !== undefined && !samePerson(known, person)
          ? [{ type: 'PersonDetailsChanged' as const, data: { personId, person: { ...known, ...person } } }]
          : []),
        ...(news.length > 0
          ? [{ type: 'EnrolmentImported' as const, data: { personId, enrolments: [...news], source } }]
          : []),
        ...(around.identity && around.identity.claim.personId === undefined
          ? [claim(around.identity, personId)]
          : []),
      ];
    },
    ErasePerson: ({ personId, reason }, state, { documents, keyIds, openFilings }) => {
      if (state.status === 'erased') return [];
      if (state.status === 'absent' && keyIds.length === 0) personRejections.reject('person.not-found');
      if (openFilings.length > 0)
        personRejections.reject('person.has-open-filings', { filings: [...openFilings] });
      return [
        { type: 'PersonErased', data: { personId, keyIds: [...keyIds], reason } },
        ...documents.filter((document) => document.claim.personId === personId).map(release),
      ];
    },
  },
  evolve: {
    PersonRegistered: (state, { person }) => ({ ...state, status: 'registered', person }),
    PersonDetailsChanged: (state, { person }) => ({ ...state, person }),
    EnrolmentImported: (state, { enrolments }) => ({
      ...state,
      enrolments: withImported(state.enrolments, enrolments),
    }),
    PersonErased: () => ({ status: 'erased', enrolments: [] }),
  },
});

/** The event by which a document leads to a person from now on. */
export const claim = ({ digest }: ClaimableIdentity, personId: string) =>
  elsewhere(identity.category, digest, { type: 'IdentityClaimed', data: { personId } });

const release = ({ digest, personId }: ClaimableIdentity) =>
  elsewhere(identity.category, digest, { type: 'IdentityReleased', data: { personId } });

function refuseImport(
  personId: string,
  person: PersonDetails,
  state: InsuredPerson,
  { identity: document }: PersonSurroundings,
): void {
  if (state.status === 'erased') personRejections.reject('person.erased');
  if (!isIdNumber(person)) personRejections.reject('person.id-number-invalid');
  const facts = factsOfDocument(person);
  if (facts && person.sex !== undefined && facts.sex !== person.sex)
    enrolmentRejections.reject('person.identity-inconsistent');
  if (facts && person.birthDate !== undefined && facts.birthDate !== person.birthDate)
    enrolmentRejections.reject('person.identity-inconsistent');
  const holder = document?.claim.personId;
  if (holder !== undefined && holder !== personId) enrolmentRejections.reject('person.identity-taken');
}

const DETAILS = ['name', 'idType', 'idNumber', 'sex', 'birthDate', 'phone'] as const;

/** An import that leaves a field out does not take it away. */
export const samePerson = (known: PersonDetails, imported: PersonDetails): boolean =>
  DETAILS.every((field) => imported[field] === undefined || imported[field] === known[field]);
