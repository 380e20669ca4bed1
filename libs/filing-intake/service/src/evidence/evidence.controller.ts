import { createHash } from 'node:crypto';
import {
  type FilingDetailsRow,
  filingCommands,
  filingRejections,
  mediaTypeSchema,
} from '@anjuan/filing-intake-domain';
import {
  AccessLog,
  type Caller,
  Commands,
  type Exchange,
  type InputOf,
  OfExchange,
  operation,
  purposeOf,
  Queries,
  Route,
  uploadedFile,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller, StreamableFile } from '@nestjs/common';
import { v5, v7 } from 'uuid';
import { z } from 'zod';
import { checkEvidenceFile } from '../files/evidence-file';
import { oneFiling } from '../filing/filing-operations';
import { EvidenceVault } from './evidence-vault';

const oneEvidence = oneFiling.extend({ evidenceId: z.uuid() });

const attach = operation({
  method: 'POST',
  path: ':filingId/evidence',
  summary:
    'Attach a file under an item of the configured list; its real type is looked at, it is stored encrypted',
  access: 'filing:register',
  command: true,
  ifMatch: true,
  upload: true,
  status: 201,
  params: oneFiling,
  query: z.strictObject({ item: filingCommands.AttachEvidence.shape.evidence.shape.item }),
});

const download = operation({
  method: 'GET',
  path: ':filingId/evidence/:evidenceId',
  summary: 'A file of evidence, decrypted; the download is logged',
  access: 'filing:read',
  params: oneEvidence,
  response: 'file',
});

const remove = operation({
  method: 'DELETE',
  path: ':filingId/evidence/:evidenceId',
  summary: 'Take a file of evidence out of a draft; what was recorded stays in the history',
  access: 'filing:register',
  command: true,
  ifMatch: true,
  params: oneEvidence,
});

/** Namespace of evidence ids that follow from an idempotency key. */
const EVIDENCE_IDS = 'b0c9d1f4-52a7-4c1e-9f0b-6a1d3f2e7c58';

/** The same request, sent again, names the same evidence. */
function newEvidenceId({ actor }: Caller, { request }: Exchange): string {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' ? v5(JSON.stringify([actor.accountId, key]), EVIDENCE_IDS) : v7();
}

/** Files of evidence: attached, shown, taken out. */
@Controller('api/filings')
export class EvidenceController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly vault: EvidenceVault,
    private readonly accessLog: AccessLog,
  ) {}

  @Route(attach)
  async attach(
    @Who() caller: Caller,
    @OfExchange() exchange: Exchange,
    @Validated() { params: { filingId }, query: { item } }: InputOf<typeof attach>,
  ) {
    // Nothing is stored for a case that the caller may not touch.
    await this.queries.ask('GetFilingRow', { filingId, permission: 'filing:register' }, caller);
    const { name, claimedType, content } = await uploadedFile(exchange);
    const { mediaType, size } = await checkEvidenceFile(content, name, claimedType);
    const evidenceId = newEvidenceId(caller, exchange);
    const evidence = {
      evidenceId,
      item,
      digest: await this.vault.put({ filingId, evidenceId }, content),
      mediaType: mediaTypeSchema.parse(mediaType),
      bytes: size,
      fileName: name.slice(0, 255),
    };
    const sha256 = createHash('sha256').update(content).digest('hex');
    const digested = { filingId, item, bytes: size, fileName: name, sha256 };
    const command = { type: 'AttachEvidence', data: { filingId, evidence } };
    const result = await this.commands.send(exchange, command, 'counter', digested);
    return { ...result, evidenceId };
  }

  @Route(download)
  async download(
    @Who() caller: Caller,
    @OfExchange() { request, reply }: Exchange,
    @Validated() { params: { filingId, evidenceId } }: InputOf<typeof download>,
  ): Promise<StreamableFile> {
    const query = { filingId, permission: 'filing:read' };
    const { filing, insuredRegion } = await this.queries.ask<FilingDetailsRow>('GetFilingRow', query, caller);
    const found =
      filing.evidence.find((item) => item.evidenceId === evidenceId) ??
      filingRejections.reject('filing.evidence-unknown');
    const content = await this.vault.open({ filingId, evidenceId }, found.digest);
    const subject = `filing-${filingId}/evidence/${evidenceId}`;
    const purpose = purposeOf(request);
    await this.accessLog.record(caller, { action: 'download', subject, area: insuredRegion, purpose });
    void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    return new StreamableFile(content, {
      type: found.mediaType,
      disposition: `inline; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      length: content.length,
    });
  }

  @Route(remove)
  remove(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof remove>) {
    return this.commands.send(exchange, { type: 'RemoveEvidence', data: params });
  }
}
