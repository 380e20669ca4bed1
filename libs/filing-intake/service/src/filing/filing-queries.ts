import { areaPath } from '@anjuan/contracts';
import { chinaDateOf, type Filter } from '@anjuan/event-sourcing';
import {
  askedSections,
  type FilingDetailsRow,
  type FilingRow,
  fileableKinds,
  filingDetailsProjection,
  filingRejections,
  filingsProjection,
  maskedIdNumber,
  submissionRejections,
  supplementItems,
} from '@anjuan/filing-intake-domain';
import type { Caller, ContextTools, QueryHandlers } from '@anjuan/runtime';
import { policyInForce } from '../policy/policy-directory';
import type { FilingDetails, FilingLine, FilingPage, FindFilings } from './filing-schemas';

export const READ = 'filing:read';

/** States in which a filing counts in the place of treatment. */
const DECIDED = ['approved', 'active', 'expired', 'cancelled', 'revoked', 'superseded'];

interface GetKinds {
  readonly insuredRegion: string;
  readonly channel?: string;
  readonly on?: string;
}

/** The questions about filings; each keeps to what its caller may see. */
export const filingQueries = (tools: ContextTools): QueryHandlers => {
  const filings = tools.readModel(filingsProjection);
  const details = tools.readModel(filingDetailsProjection);
  const today = () => chinaDateOf(tools.clock.now());

  return {
    FindFilings: async (find: FindFilings, caller: Caller): Promise<FilingPage> => {
      const filter = { ...scopeOf(find, caller), ...filterOf(find) };
      const { search, limit, cursor, sort, direction } = find;
      const [page, total] = await Promise.all([
        filings.find({ filter, search, limit, cursor, sort: { field: sort, direction } }),
        filings.count(filter, search),
      ]);
      return { rows: page.rows.map(({ row }) => lineOf(row as FilingRow)), next: page.next, total };
    },

    GetFiling: async ({ filingId }: { filingId: string }, caller: Caller): Promise<FilingDetails> => {
      const [row, line] = await Promise.all([details.get(filingId), filings.get(filingId)]);
      if (!row) return filingRejections.reject('filing.not-found');
      requireReader(row as FilingDetailsRow, caller, READ);
      return detailsOf(row as FilingDetailsRow, line as FilingRow | undefined);
    },

    /** The case as stored, for printing, downloads and dry runs; not sent as it is. */
    GetFilingRow: async (
      { filingId, permission }: { filingId: string; permission: string },
      caller: Caller,
    ) => {
      const row = await details.get(filingId);
      if (!row) return filingRejections.reject('filing.not-found');
      requireReader(row as FilingDetailsRow, caller, permission);
      return row;
    },

    /** What a partner may know of a filing that it registered itself. */
    GetProgress: async ({ filingId }: { filingId: string }, caller: Caller) => {
      const row = (await details.get(filingId)) as FilingDetailsRow | undefined;
      if (!row || row.filing.draftedBy !== caller.actor.accountId)
        return filingRejections.reject('filing.not-found');
      const { status, summary, pending, data } = row.filing;
      const { filingNumber, startsOn = data.startsOn, endsOn } = summary ?? {};
      return { filingId, filingNumber, status, startsOn, endsOn, returned: pending?.returned };
    },

    GetKinds: async ({ insuredRegion, channel, on = today() }: GetKinds) => {
      if (areaPath(tools.areas(), insuredRegion).length === 0)
        submissionRejections.reject('filing.area-unknown');
      const policy = await policyInForce(tools, insuredRegion, on);
      if (!policy) return submissionRejections.reject('filing.no-policy');
      const { items, digest, levels } = policy;
      const kinds = fileableKinds(items).filter(
        ({ channels }) => !channel || channels.some((c) => c === channel),
      );
      return {
        ...items,
        insuredRegion,
        on,
        policyDigest: digest,
        levels,
        kinds: kinds.map((kind) => ({
          ...kind,
          sections: askedSections(kind, {}),
          items: supplementItems(kind),
        })),
      };
    },
  };
};

/** Read by the insured region; by the place of treatment too, once the filing was approved for it. */
function requireReader(
  { filing, insuredRegion, treatmentRegion }: FilingDetailsRow,
  caller: Caller,
  permission: string,
) {
  const alsoThere = DECIDED.includes(filing.status) && treatmentRegion !== undefined ? [treatmentRegion] : [];
  caller.requireAnyArea(permission, [insuredRegion, ...alsoThere]);
}

/** The regions and states that the caller may see and asks for; a named region must be one of the caller's. */
function scopeOf(find: FindFilings, caller: Caller): Filter {
  const { side, insuredRegion, treatmentRegion, status } = find;
  const own = side === 'insured' ? 'insuredRegion' : 'treatmentRegion';
  const named = side === 'insured' ? insuredRegion : treatmentRegion;
  if (named !== undefined) caller.requireAnyArea(READ, [named]);
  const states = status === undefined ? DECIDED : DECIDED.filter((state) => state === status);
  return {
    ...(insuredRegion === undefined ? {} : { insuredRegion: { eq: insuredRegion } }),
    ...(treatmentRegion === undefined ? {} : { treatmentRegion: { eq: treatmentRegion } }),
    ...(side === 'treatment' ? { status: { in: states } } : status && { status: { eq: status } }),
    ...(named === undefined ? caller.scopeFilter(READ, own) : {}),
  };
}

const SAME = [
  'insuranceType',
  'kind',
  'channel',
  'personId',
  'registrarId',
  'pending',
  'uploadStatus',
  'proofOpen',
  'suspended',
] as const;

function filterOf(find: FindFilings): Filter {
  const same = SAME.flatMap((field) => {
    const value = find[field];
    return value === undefined ? [] : [[field, { eq: value }] as const];
  });
  const range = {
    ...(find.startsFrom && { gte: find.startsFrom }),
    ...(find.startsTo && { lte: find.startsTo }),
  };
  return { ...Object.fromEntries(same), ...(Object.keys(range).length > 0 ? { startsOn: range } : {}) };
}

const lineOf = ({
  idNumber,
  registration: _,
  uploadAttempts: __,
  uploadAt: ___,
  ...row
}: FilingRow): FilingLine => ({
  ...(row as unknown as FilingLine),
  idNumber: idNumber === undefined ? undefined : maskedIdNumber(idNumber),
});

function detailsOf(row: FilingDetailsRow, line: FilingRow | undefined): FilingDetails {
  const { filing, revision, insuredRegion, treatmentRegion, personId, submission, submittedAt, timeline } =
    row;
  const { noticeVersion, letter, pending, promised, supersession, summary, data } = filing;
  return {
    filingId: filing.filingId,
    revision,
    status: filing.status,
    insuredRegion,
    treatmentRegion,
    personId,
    channel: filing.channel,
    data: { ...data },
    summary: summary && { ...summary },
    submission,
    submittedAt,
    pending: pending && { ...pending },
    notice: noticeVersion === undefined ? undefined : { version: noticeVersion },
    letter: letter && { ...letter },
    promised: promised && { ...promised },
    originalsSeen: [...filing.originalsSeen],
    evidence: filing.evidence.map((item) => {
      const attached = row.evidenceBy[item.evidenceId];
      return { ...item, attachedBy: attached?.by, attachedAt: attached?.at };
    }),
    suspended: filing.suspended,
    supersession: supersession && { ...supersession },
    upload: { status: line?.uploadStatus, registration: filing.registration, attempts: line?.uploadAttempts },
    review: line?.review && { ...line.review },
    dueOn: line?.dueOn,
    timeline: timeline.map((entry) => ({ ...entry })),
  };
}
