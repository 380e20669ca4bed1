import { insuranceTypeSchema, NATION } from '@anjuan/contracts';
import { bind, type GatherTools } from '@anjuan/event-sourcing';
import {
  coverage,
  coverageId,
  type InsuredPerson,
  type InsuredPersonCommand,
  identitiesProjection,
  identity,
  insuredPerson,
  type PersonSurroundings,
} from '@anjuan/filing-intake-domain';
import type { ContextTools } from '@anjuan/runtime';
import { claimableIdentity } from './identities';

/** Who may import enrolments and erase persons. */
export const personBinding = (tools: ContextTools) =>
  bind({
    decider: insuredPerson,
    permissions: { ImportEnrolment: 'person:import', ErasePerson: 'person:erase' },
    areasOf: ({ type, data }: InsuredPersonCommand, { enrolments }: InsuredPerson) => {
      const regions = (type === 'ImportEnrolment' ? data.enrolments : enrolments).map(
        ({ insuredRegion }) => insuredRegion,
      );
      // A person whom no enrolment places anywhere is erased by whoever may erase in the whole office.
      return regions.length > 0 ? [...new Set(regions)] : [NATION];
    },
    gather: (command, _, gathering): Promise<PersonSurroundings> =>
      command.type === 'ImportEnrolment'
        ? forImport(command.data, gathering, tools)
        : forErasure(command.data.personId, gathering, tools),
  });

async function forImport(
  { personId, person }: Extract<InsuredPersonCommand, { type: 'ImportEnrolment' }>['data'],
  gathering: GatherTools,
  tools: ContextTools,
): Promise<PersonSurroundings> {
  const identity = await claimableIdentity(person, tools, gathering);
  if (!tools.keys.isDestroyed(personId)) {
    await tools.keys.ensure(personId, personId);
    await tools.keys.assign(personId, personId);
  }
  return { identity, documents: [], keyIds: [], openFilings: [] };
}

async function forErasure(
  personId: string,
  { load }: GatherTools,
  { keys, readModel }: ContextTools,
): Promise<PersonSurroundings> {
  const open = await Promise.all(
    insuranceTypeSchema.options.map((type) => load(coverage, coverageId(personId, type))),
  );
  const claims = await readModel(identitiesProjection).find({
    filter: { personId: { eq: personId } },
    limit: 200,
  });
  const documents = claims.rows.map(async ({ id: digest }) => {
    const { state } = await load(identity, digest);
    return { digest, claim: state, personId };
  });
  return {
    documents: await Promise.all(documents),
    keyIds: keys.keysOf(personId),
    openFilings: open.flatMap(({ state }) => state.places.map(({ filingId }) => filingId)),
  };
}
