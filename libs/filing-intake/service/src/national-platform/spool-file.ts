import type { KeyStore } from '@anjuan/event-sourcing';
import { type CipherName, decryptFile, encryptFile } from '@anjuan/ledger';
import { z } from 'zod';
import { type Registration, registeredPersonSchema, type Statement, statementSchema } from './registration';

const FORMAT = 'anjuan.national-platform.registration.v1';

/** One file of the spool: the statement in plain text, the person encrypted with the filing's key. */
const spoolFileSchema = statementSchema.extend({
  format: z.literal(FORMAT),
  person: z.object({ keyId: z.uuid(), boundTo: z.string(), ciphertext: z.base64() }),
});

const bindingOf = ({ filingId, registration }: Pick<Statement, 'filingId' | 'registration'>) => ({
  keyId: filingId,
  evidenceId: `registration-${registration}`,
});

/** Writes a registration as the content of a file. @throws KeyDestroyed when the person was erased */
export async function spoolFileOf(
  { person, ...statement }: Registration,
  keys: KeyStore,
  cipher: CipherName,
): Promise<string> {
  const binding = bindingOf(statement);
  const sealed = await encryptFile(keys, cipher, binding, Buffer.from(JSON.stringify(person)));
  const ciphertext = Buffer.from(sealed).toString('base64');
  const file = {
    format: FORMAT,
    ...statement,
    person: { keyId: binding.keyId, boundTo: binding.evidenceId, ciphertext },
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** What a file states without the person; undefined when it is none of these files. */
export function statementIn(content: string): Statement | undefined {
  const file = spoolFileSchema.safeParse(parsed(content));
  if (!file.success) return undefined;
  const { format: _, person: __, ...statement } = file.data;
  return statement;
}

/**
 * Reads a file with the person in plain text, as the transfer to the platform needs it.
 * @returns undefined when it is none of these files
 * @throws KeyDestroyed when the person was erased; @throws FileUnreadable when it was changed
 */
export function openSpoolFile(content: string, keys: KeyStore): Registration | undefined {
  const file = spoolFileSchema.safeParse(parsed(content));
  if (!file.success) return undefined;
  const { format: _, person, ...statement } = file.data;
  const bytes = decryptFile(keys, bindingOf(statement), Buffer.from(person.ciphertext, 'base64'));
  return {
    ...statement,
    person: registeredPersonSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))),
  };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
