import { bind, type GatherTools, SYSTEM_ONLY } from '@anjuan/event-sourcing';
import {
  applyPatch,
  coverage,
  coverageId,
  type Filing,
  type FilingCommand,
  type FilingData,
  type FilingLookups,
  filing,
  filingNumber,
  filingNumberCandidate,
  insuredPerson,
  personRejections,
} from '@anjuan/filing-intake-domain';
import type { ContextTools } from '@anjuan/runtime';
import { claimableIdentity } from '../persons/identities';
import { calendarAround, policyInForce } from '../policy/policy-directory';

const REGISTER = 'filing:register';
const REVOKE = 'filing:revoke';

/** Who may send each command about a filing. */
const permissions: { readonly [T in FilingCommand['type']]: string } = {
  DraftFiling: REGISTER,
  ReviseDraft: REGISTER,
  DiscardDraft: REGISTER,
  AcceptNotice: REGISTER,
  AttachEvidence: REGISTER,
  RemoveEvidence: REGISTER,
  RecordOriginalSeen: REGISTER,
  SignLetter: REGISTER,
  SubmitFiling: REGISTER,
  ResubmitFiling: REGISTER,
  WithdrawFiling: REGISTER,
  RequestChange: REGISTER,
  RequestExtension: REGISTER,
  CancelFiling: REGISTER,
  SupplyProof: REGISTER,
  RevokeFiling: REVOKE,
  ReinstateFiling: REVOKE,
  RecordBreach: REVOKE,
  ReferFiling: 'filing:refer',
  CollectFiling: 'filing:collect',
  DeemFiled: 'filing:deem',
  ReturnForSupplement: SYSTEM_ONLY,
  ApproveFiling: SYSTEM_ONLY,
  RejectFiling: SYSTEM_ONLY,
  CorrectFiling: SYSTEM_ONLY,
  ActivateFiling: SYSTEM_ONLY,
  ExpireFiling: SYSTEM_ONLY,
  RemindOfProof: SYSTEM_ONLY,
  SupersedeFiling: SYSTEM_ONLY,
  LiftSupersession: SYSTEM_ONLY,
  SuspendFiling: SYSTEM_ONLY,
  ResumeFiling: SYSTEM_ONLY,
};

/** Commands that look at nothing but the filing, its policy and the applicant's document. */
const LIGHT: ReadonlySet<FilingCommand['type']> = new Set([
  'DraftFiling',
  'ReviseDraft',
  'DiscardDraft',
  'AcceptNotice',
  'AttachEvidence',
  'RemoveEvidence',
  'RecordOriginalSeen',
  'SignLetter',
]);

/** Who may do what to a filing of which region, and what a decision must know besides the filing's own stream. */
export const filingBinding = (tools: ContextTools) =>
  bind({
    decider: filing,
    permissions,
    areasOf: (command: FilingCommand, state: Filing) => [
      ...(state.status === 'absent' ? [] : [state.insuredRegion]),
      ...(regionNamedBy(command) ?? []),
    ],
    gather: (command, state, gathering) => gather(command, state, gathering, tools),
  });

/** The insured region that a command names: of a new filing, or a draft's other one. */
function regionNamedBy({ data }: FilingCommand): readonly string[] | undefined {
  return 'insuredRegion' in data && data.insuredRegion !== undefined ? [data.insuredRegion] : undefined;
}

async function gather(
  command: FilingCommand,
  state: Filing,
  gathering: GatherTools,
  tools: ContextTools,
): Promise<FilingLookups> {
  const { filingId } = command.data;
  if (gathering.actor.kind !== 'system' && tools.keys.isDestroyed(filingId))
    personRejections.reject('person.erased');
  const insuredRegion = regionNamedBy(command)?.[0] ?? state.insuredRegion;
  const data = dataAfter(command, state);
  const identity = await identityFor(command, data, gathering, tools);
  const personId = identity?.personId ?? state.personId;
  await keepKey(command, state, personId, tools);
  return {
    policy: insuredRegion === '' ? undefined : await policyInForce(tools, insuredRegion, gathering.today),
    areas: tools.areas(),
    calendar: await calendarAround(tools, gathering.today),
    identity,
    ...(await personLookups(
      command,
      personId,
      data.insuranceType ?? state.summary?.insuranceType,
      gathering,
    )),
    filingNumber: await freeNumber(command, state, insuredRegion, gathering),
  };
}

/** The form's data as the command leaves it. */
function dataAfter(command: FilingCommand, state: Filing): FilingData {
  if (command.type === 'DeemFiled') {
    const { applicant, insuranceType } = command.data;
    return { applicant, insuranceType };
  }
  return 'data' in command.data ? applyPatch(state.data, command.data.data) : state.data;
}

const NEEDS_IDENTITY: ReadonlySet<FilingCommand['type']> = new Set([
  'DraftFiling',
  'ReviseDraft',
  'SubmitFiling',
  'ResubmitFiling',
  'ReferFiling',
  'CollectFiling',
  'DeemFiled',
]);

const identityFor = (
  command: FilingCommand,
  data: FilingData,
  gathering: GatherTools,
  tools: ContextTools,
) =>
  NEEDS_IDENTITY.has(command.type)
    ? claimableIdentity(data.applicant, tools, gathering)
    : Promise.resolve(undefined);

/** The filing's key is on disk and belongs to the person before the first event that needs it. */
async function keepKey(
  { type, data: { filingId } }: FilingCommand,
  state: Filing,
  personId: string | undefined,
  { keys }: ContextTools,
): Promise<void> {
  if (!NEEDS_IDENTITY.has(type) || personId === undefined || keys.isDestroyed(filingId)) return;
  if (state.personId === personId && keys.get(filingId)) return;
  await keys.ensure(filingId, personId);
  await keys.assign(filingId, personId);
}

async function personLookups(
  { type }: FilingCommand,
  personId: string | undefined,
  insuranceType: string | undefined,
  { load }: GatherTools,
) {
  if (LIGHT.has(type) || personId === undefined)
    return { coverage: coverage.initialState, person: insuredPerson.initialState };
  const person = await load(insuredPerson, personId);
  if (insuranceType === undefined) return { coverage: coverage.initialState, person: person.state };
  const covered = await load(coverage, coverageId(personId, insuranceType));
  return { coverage: covered.state, person: person.state };
}

const NUMBERED: ReadonlySet<FilingCommand['type']> = new Set([
  'SubmitFiling',
  'ReferFiling',
  'CollectFiling',
]);

/** The first candidate that no other filing bears; the append checks that it stays free. */
async function freeNumber(
  { type, data: { filingId } }: FilingCommand,
  { summary }: Filing,
  insuredRegion: string,
  { load, today }: GatherTools,
): Promise<string | undefined> {
  if (!NUMBERED.has(type) || summary?.filingNumber !== undefined || insuredRegion === '') return undefined;
  for (let attempt = 0; ; attempt++) {
    const candidate = filingNumberCandidate(insuredRegion, today, filingId, attempt);
    const { state } = await load(filingNumber, candidate);
    if (state.filingId === undefined || state.filingId === filingId) return candidate;
  }
}
