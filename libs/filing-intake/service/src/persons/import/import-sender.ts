import { setTimeout as pause } from 'node:timers/promises';
import { type Actor, foldStream, Rejected, streamName } from '@anjuan/event-sourcing';
import { enrolmentRejections, identity, personRejections } from '@anjuan/filing-intake-domain';
import { accessRejections, type Office } from '@anjuan/runtime';
import { v4 } from 'uuid';
import type { PlannedPerson } from './import-plan';
import type { RowProblem } from './import-problems';

/** What one import sends its commands with. */
export interface SenderOptions {
  readonly office: Office;
  readonly actor: Actor;
  readonly fileDigest: string;
  readonly correlationId: string;
}

/** Waits between attempts while the store is busy; after the last the import stops and can be sent again. */
const PAUSES_MS = [50, 200, 800, 2_000];
/** The document of a new person may be claimed by somebody else's command at the same moment. */
const AGAIN: readonly string[] = ['store.busy', 'store.contended', 'person.identity-taken', 'person.erased'];

/**
 * Sends the command of one person. The request key is file, line and what the register knew of the person, so that an
 * import that was cut off or sent twice writes nothing twice, while the same file after a later one, or after the person
 * was erased, is an import of its own.
 * @returns the position of what was recorded, or the refusal's code
 * @throws Rejected when the store cannot answer
 */
export async function sendPerson(
  person: PlannedPerson,
  options: SenderOptions,
): Promise<{ readonly position: bigint } | { readonly refused: string }> {
  for (let attempt = 0; ; attempt++) {
    try {
      const { position } = await send(person, await holderOf(person, options), options);
      return { position: BigInt(position) };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const wait = PAUSES_MS[attempt];
      if (wait !== undefined && AGAIN.includes(error.code)) await pause(wait);
      else if (error.code in REFUSALS) return { refused: error.code };
      else throw error;
    }
  }
}

interface Holder {
  readonly personId: string;
  /** What was known: of a person the revision, of a document that nobody held how often it had changed hands. */
  readonly known: string;
}

/** Who holds the document by its own stream where the register showed nobody: it may have lagged. */
async function holderOf(
  { digest, personId, revision }: PlannedPerson,
  { office }: SenderOptions,
): Promise<Holder> {
  if (personId !== undefined && revision >= 0) return { personId, known: `${revision}` };
  const loaded = await office.log.load(streamName(identity.category, digest));
  const holder = foldStream(identity, loaded).personId;
  return { personId: holder ?? v4(), known: `document-${loaded.head.revision}` };
}

function send(
  { person, enrolments, lines }: PlannedPerson,
  { personId, known }: Holder,
  { office, actor, fileDigest, correlationId }: SenderOptions,
) {
  const source = `sha256:${fileDigest}`;
  return office.send(
    { type: 'ImportEnrolment', data: { personId, person, enrolments: [...enrolments], source } },
    {
      actor,
      channel: 'import',
      correlationId,
      requestKey: `person-import/${fileDigest}/${lines[0]}/${known}`,
    },
  );
}

const REFUSALS = {
  ...personRejections.catalogue,
  ...enrolmentRejections.catalogue,
  ...accessRejections.catalogue,
};

/** A refusal of the register, as the problem of every line that it keeps out. */
export const refusalProblems = (
  { lines }: PlannedPerson,
  column: string,
  code: string,
): readonly RowProblem[] => {
  const { zh, en } = REFUSALS[code as keyof typeof REFUSALS];
  return lines.map((line) => ({ line, column, code, reason: { zh, en } }));
};
