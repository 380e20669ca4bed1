import { join } from 'node:path';
import { KeyDestroyed } from '@anjuan/event-sourcing';
import { personRejections } from '@anjuan/filing-intake-domain';
import { FileUnreadable } from '@anjuan/ledger';
import { type Caller, Office } from '@anjuan/runtime';
import { Injectable } from '@nestjs/common';
import { readIfThere } from './durable-file';
import { platformRejections } from './platform-rejections';
import type { Registration } from './registration';
import { openSpoolFile, statementIn } from './spool-file';
import { SpoolPlatform, spoolName } from './spool-platform';

/** Where the registrations of an office are spooled. */
export const spoolFolder = ({ ANJUAN_DATA, ANJUAN_PLATFORM_SPOOL }: Office['config']): string =>
  ANJUAN_PLATFORM_SPOOL ?? join(ANJUAN_DATA, 'spool');

/** The adapter of the embedded engines, by the office's settings. */
export const spoolPlatform = ({ config, engines }: Office): SpoolPlatform =>
  new SpoolPlatform({
    folder: spoolFolder(config),
    acknowledgedBy: config.ANJUAN_PLATFORM_ACK,
    keys: engines.keys,
    cipher: config.ANJUAN_CIPHER,
  });

/** Gives the transfer what the files keep encrypted. */
@Injectable()
export class Spool {
  constructor(private readonly office: Office) {}

  /** @throws Rejected when there is no such file, it was changed, its person was erased, or it is of another area */
  async open(
    asked: Pick<Registration, 'filingId' | 'registration'>,
    permission: string,
    caller: Caller,
  ): Promise<Registration> {
    const path = join(spoolFolder(this.office.config), `${spoolName(asked)}.json`);
    const content = (await readIfThere(path)) ?? platformRejections.reject('platform.not-spooled');
    const statement = statementIn(content) ?? platformRejections.reject('platform.file-damaged');
    caller.requireAnyArea(permission, [statement.filing.insuredRegion]);
    try {
      const opened = openSpoolFile(content, this.office.engines.keys);
      return opened ?? platformRejections.reject('platform.file-damaged');
    } catch (error) {
      if (error instanceof KeyDestroyed) return personRejections.reject('person.erased');
      if (error instanceof FileUnreadable) return platformRejections.reject('platform.file-damaged');
      throw error;
    }
  }
}
