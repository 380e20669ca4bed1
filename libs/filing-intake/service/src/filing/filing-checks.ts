import type { AutomaticCheck } from '@anjuan/contracts';
import {
  chinaDateOf,
  foldStream,
  type JsonObject,
  type LoadStream,
  Rejected,
  streamName,
} from '@anjuan/event-sourcing';
import {
  type FilingDetailsRow,
  type FilingSurroundings,
  filingRejections,
  personRejections,
  submissionOf,
  submissionRejections,
} from '@anjuan/filing-intake-domain';
import { type Caller, Office, Queries } from '@anjuan/runtime';
import { Injectable } from '@nestjs/common';
import { filingIntake } from '../filing-intake.context';
import { filingBinding } from './filing-binding';

/** What the automatic checks would say. */
export interface ChecksAnswer {
  readonly accepted: boolean;
  readonly rejection?: {
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    readonly details: JsonObject;
  };
  readonly checks: readonly AutomaticCheck[];
}

/** Runs the checks of a submission on a draft as it stands, by the same rules and surroundings, and records nothing. */
@Injectable()
export class FilingChecks {
  constructor(
    private readonly office: Office,
    private readonly queries: Queries,
  ) {}

  async of(filingId: string, caller: Caller): Promise<ChecksAnswer> {
    const query = { filingId, permission: 'filing:register' };
    const { filing } = await this.queries.ask<FilingDetailsRow>('GetFilingRow', query, caller);
    const now = this.office.clock.now();
    const moment = { now, today: chinaDateOf(now), actor: caller.actor };
    const command = { type: 'SubmitFiling' as const, data: { filingId } };
    const load = this.loader();
    const lookups = await filingBinding(this.office.toolsOf()).gather(command, filing, { ...moment, load });
    const around: FilingSurroundings = {
      ...lookups,
      ...moment,
      channel: filing.channel,
      newId: () => filingId,
    };
    try {
      return { accepted: true, checks: submissionOf(filing, around).checks };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      return { accepted: false, rejection: explained(error), checks: [] };
    }
  }

  private loader(): LoadStream {
    const log = this.office.logOf(filingIntake);
    return async (model, id) => {
      const loaded = await log.load(streamName(model.category, id));
      return { state: foldStream(model, loaded), revision: loaded.head.revision };
    };
  }
}

const texts: Readonly<Record<string, { readonly zh: string; readonly en: string } | undefined>> = {
  ...filingRejections.catalogue,
  ...submissionRejections.catalogue,
  ...personRejections.catalogue,
};

function explained({ code, details }: Rejected) {
  const { zh, en } = texts[code] ?? { zh: code, en: code };
  return { code, zh, en, details };
}
