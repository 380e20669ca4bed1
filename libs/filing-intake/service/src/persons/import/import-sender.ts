import { setTimeout as pause } from 'node:timers/promises';
import { type Actor, foldStream, Rejected, streamName } from '@anjuan/event-sourcing';
import { identity, personRejections } from '@anjuan/filing-intake-domain';
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
const BUSY: readonly string[] = ['store.busy', 'store.contended'];

/**
 * Sends the command of one person. The request key is file, line and revision seen, so that an import that was cut off
 * or sent twice writes nothing twice, while the same file after a later one is an import of its own.
 * @returns the refusal's code, or undefined when the command was accepted
 * @throws Rejected when the store cannot answer
 */
export async function sendPerson(
  person: PlannedPerson,
  options: SenderOptions,
): Promise<{ readonly position: bigint } | { readonly refused: string }> {
  let personId = person.personId ?? v4();
  for (let attempt = 0; ; attempt++) {
    try {
      const { position } = await send({ ...person, personId }, options);
      return { position: BigInt(position) };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const wait = PAUSES_MS[attempt];
      const holder = error.code === 'person.identity-taken' ? await holderOf(person, options) : undefined;
      if (wait !== undefined && holder !== undefined && holder !== personId) personId = holder;
      else if (wait !== undefined && BUSY.includes(error.code)) await pause(wait);
      else if (error.code in REFUSALS) return { refused: error.code };
      else throw error;
    }
  }
}

function send(
  { personId, person, enrolments, lines, revision }: PlannedPerson & { personId: string },
  { office, actor, fileDigest, correlationId }: SenderOptions,
) {
  const source = `sha256:${fileDigest}`;
  return office.send(
    { type: 'ImportEnrolment', data: { personId, person, enrolments: [...enrolments], source } },
    {
      actor,
      channel: 'import',
      correlationId,
      requestKey: `person-import/${fileDigest}/${lines[0]}/${revision}`,
    },
  );
}

/** Who holds the document by its stream: a read model may not show yet who came first. */
async function holderOf({ digest }: PlannedPerson, { office }: SenderOptions): Promise<string | undefined> {
  return foldStream(identity, await office.log.load(streamName(identity.category, digest))).personId;
}

const REFUSALS = { ...personRejections.catalogue, ...accessRejections.catalogue };

/** A refusal of the register, as the problem of every line that it keeps out. */
export const refusalProblems = (
  { lines }: PlannedPerson,
  column: string,
  code: string,
): readonly RowProblem[] => {
  const { zh, en } = REFUSALS[code as keyof typeof REFUSALS];
  return lines.map((line) => ({ line, column, code, reason: { zh, en } }));
};
