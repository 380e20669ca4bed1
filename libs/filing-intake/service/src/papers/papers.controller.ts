import type { FilingDetailsRow } from '@anjuan/filing-intake-domain';
import {
  AccessLog,
  type Caller,
  type Exchange,
  type InputOf,
  OfExchange,
  operation,
  purposeOf,
  Queries,
  Route,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller, StreamableFile } from '@nestjs/common';
import { oneFiling } from '../filing/filing-operations';
import { FilingPapers } from './filing-papers';

const paper = <const P extends string>(path: P, summary: string) =>
  operation({ method: 'GET', path, summary, access: 'filing:read', params: oneFiling, response: 'file' });

const form = paper(
  ':filingId/form.pdf',
  "The registration form in the region's title, to be signed; the print is logged",
);
const receipt = paper(':filingId/receipt.pdf', 'The receipt with next step and advice; the print is logged');

/** Papers to print. */
@Controller('api/filings')
export class PapersController {
  constructor(
    private readonly queries: Queries,
    private readonly papers: FilingPapers,
    private readonly accessLog: AccessLog,
  ) {}

  @Route(form)
  async form(
    @Who() caller: Caller,
    @OfExchange() exchange: Exchange,
    @Validated() { params }: InputOf<typeof form>,
  ) {
    const row = await this.rowToPrint(params.filingId, 'form', caller, exchange);
    return asPdf(await this.papers.form(row), 'form.pdf');
  }

  @Route(receipt)
  async receipt(
    @Who() caller: Caller,
    @OfExchange() exchange: Exchange,
    @Validated() { params }: InputOf<typeof receipt>,
  ) {
    const row = await this.rowToPrint(params.filingId, 'receipt', caller, exchange);
    return asPdf(await this.papers.receipt(row), 'receipt.pdf');
  }

  private async rowToPrint(
    filingId: string,
    name: string,
    caller: Caller,
    { request, reply }: Exchange,
  ): Promise<FilingDetailsRow> {
    const query = { filingId, permission: 'filing:read' };
    const row = await this.queries.ask<FilingDetailsRow>('GetFilingRow', query, caller);
    await this.accessLog.record(caller, {
      action: 'print',
      subject: `filing-${filingId}/${name}`,
      area: row.insuredRegion,
      purpose: purposeOf(request),
    });
    void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    return row;
  }
}

const asPdf = (content: Buffer, name: string): StreamableFile =>
  new StreamableFile(content, {
    type: 'application/pdf',
    disposition: `inline; filename="${name}"`,
    length: content.length,
  });
