import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { canonicalText } from '@anjuan/contracts';
import { KeyDestroyed, type KeyStore } from '@anjuan/event-sourcing';
import type { CipherName } from '@anjuan/ledger';
import { errnoOf, readIfThere, removeIfThere, writeDurably } from './durable-file';
import { type NationalPlatform, RegistrationFailed } from './national-platform.port';
import type { Registration } from './registration';
import { spoolFileOf, statementIn } from './spool-file';

export interface SpoolOptions {
  readonly folder: string;
  /** `spooled`: the file on disk is the acknowledgement; `file`: the one that the transfer leaves beside it. */
  readonly acknowledgedBy: 'spooled' | 'file';
  readonly keys: KeyStore;
  readonly cipher: CipherName;
}

const RECEIPT = /^[\x21-\x7e]{1,100}$/;
const REFUSAL = /^[\w.:-]{1,80}$/;

type Named = Pick<Registration, 'filingId' | 'registration'>;

/** Name of a registration's file in the spool, without its extension. */
export const spoolName = ({ filingId, registration }: Named): string => `${filingId}-${registration}`;

/**
 * The platform of an office that has no line to it: a folder with one file per registration, which an operator's
 * transfer carries over. It does not talk to the platform. With `acknowledgedBy: 'file'` a registration is only done
 * when the transfer puts the platform's receipt into `<name>.ack`, or the code of a refusal into `<name>.nak`.
 */
export class SpoolPlatform implements NationalPlatform {
  constructor(private readonly options: SpoolOptions) {}

  async register(registration: Registration): Promise<string | undefined> {
    try {
      const content = await this.spooled(registration);
      return this.options.acknowledgedBy === 'spooled' ? receiptOf(content) : await this.answer(registration);
    } catch (error) {
      if (error instanceof KeyDestroyed) throw new RegistrationFailed('person-erased', true);
      const errno = errnoOf(error);
      if (errno === undefined) throw error;
      throw new RegistrationFailed(`spool.${errno.toLowerCase()}`, false);
    }
  }

  /** A file that waited for its answer goes with it; one that counts as done by itself is the transfer's to remove. */
  async settled(registration: Named): Promise<void> {
    if (this.options.acknowledgedBy === 'spooled') return;
    for (const extension of ['json', 'ack', 'nak']) await removeIfThere(this.path(registration, extension));
  }

  /** The file's content; written once, unless it states something else than what is to be registered. */
  private async spooled(registration: Registration): Promise<string> {
    const path = this.path(registration, 'json');
    const { person: _, ...statement } = registration;
    const there = await readIfThere(path);
    const stated = there === undefined ? undefined : statementIn(there);
    if (there !== undefined && stated && canonicalText(stated) === canonicalText(statement)) return there;
    const content = await spoolFileOf(registration, this.options.keys, this.options.cipher);
    await writeDurably(path, content);
    return content;
  }

  private async answer(registration: Registration): Promise<string | undefined> {
    const refusal = (await readIfThere(this.path(registration, 'nak')))?.trim();
    if (refusal !== undefined)
      throw new RegistrationFailed(REFUSAL.test(refusal) ? `platform.${refusal}` : 'platform.refused', true);
    const receipt = (await readIfThere(this.path(registration, 'ack')))?.trim();
    if (receipt === undefined || receipt === '') return undefined;
    if (!RECEIPT.test(receipt)) throw new RegistrationFailed('platform.receipt-malformed', true);
    return receipt;
  }

  private path(registration: Named, extension: string): string {
    return join(this.options.folder, `${spoolName(registration)}.${extension}`);
  }
}

/** Says that it is the spool's receipt, not the platform's. */
const receiptOf = (content: string): string =>
  `spooled:${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
