import {
  AccessLog,
  type Caller,
  Commands,
  type Exchange,
  etagOf,
  type InputOf,
  OfExchange,
  Office,
  purposeOf,
  Queries,
  Route,
  uploadedFile,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { erasureRejections } from './erasure';
import type { ImportProgress, ImportReport } from './import/import-report';
import { PersonImport } from './import/person-import';
import * as operations from './person.operations';
import type { LookedUpPerson, PersonPage, PersonView } from './person.schemas';

const ERASURE_WAIT_MS = 120_000;

/** The register of insured persons (参保人). */
@Controller('api/persons')
export class PersonController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly accessLog: AccessLog,
    private readonly imports: PersonImport,
    private readonly office: Office,
  ) {}

  /** The log names the person found, never the number that was asked for. */
  @Route(operations.lookUp)
  async lookUp(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { body }: InputOf<typeof operations.lookUp>,
  ): Promise<LookedUpPerson> {
    const found = await this.queries.ask<LookedUpPerson>('LookUpPerson', body, caller);
    await this.accessLog.record(caller, {
      action: 'search',
      subject: found.personId === undefined ? 'insuredPerson' : `insuredPerson-${found.personId}`,
      area: found.prefill?.insuredRegion,
      purpose: purposeOf(request),
    });
    return found;
  }

  @Route(operations.search)
  async search(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { body }: InputOf<typeof operations.search>,
  ): Promise<PersonPage> {
    const purpose = purposeOf(request);
    const { search: text } = body;
    await this.accessLog.record(caller, { action: 'search', subject: 'insuredPerson', text, purpose });
    return this.queries.ask('FindPersons', body, caller);
  }

  @Route(operations.importing)
  async import(
    @Who() caller: Caller,
    @OfExchange() exchange: Exchange,
    @Validated() { query: { dryRun } }: InputOf<typeof operations.importing>,
  ): Promise<ImportReport> {
    const { content } = await uploadedFile(exchange);
    const correlationId = exchange.request.id;
    const { report, position } = await this.imports.run({ caller, content, dryRun, correlationId });
    if (position !== undefined) exchange.reply.header('position', String(position));
    return report;
  }

  @Route(operations.progress)
  progress(
    @Who() caller: Caller,
    @Validated() { params }: InputOf<typeof operations.progress>,
  ): ImportProgress {
    return this.imports.progress(caller, params.fileDigest);
  }

  @Route(operations.detail)
  async detail(
    @Who() caller: Caller,
    @OfExchange() { request, reply }: Exchange,
    @Validated() { params }: InputOf<typeof operations.detail>,
  ): Promise<PersonView> {
    const person = await this.queries.ask<PersonView>('GetPerson', params, caller);
    await this.accessLog.record(caller, {
      action: 'view',
      subject: `insuredPerson-${person.personId}`,
      area: person.enrolments[0]?.insuredRegion,
      purpose: purposeOf(request),
    });
    reply.header('etag', etagOf(person.revision));
    return person;
  }

  @Route(operations.erasure)
  async erase(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.erasure>,
  ) {
    const reason = [body.reasonCode, body.reference].filter((part) => part !== undefined).join(' ');
    const result = await this.commands.send(exchange, {
      type: 'ErasePerson',
      data: { personId: params.personId, reason },
    });
    const done = await this.office.erasures.reached(BigInt(result.position), ERASURE_WAIT_MS);
    return done ? result : erasureRejections.reject('person.erasure-unfinished');
  }
}
