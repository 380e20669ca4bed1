import { insuredPersonCommands } from '@anjuan/filing-intake-domain';
import {
  AccessLog,
  type Caller,
  Commands,
  type Exchange,
  etagOf,
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
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { PersonImport } from './person-import';
import {
  findPersonsSchema,
  importReportSchema,
  lookupAnswerSchema,
  personLookupSchema,
  personPageSchema,
  personSchema,
} from './person-schemas';

const onePerson = z.strictObject({ personId: z.uuid() });

const lookup = operation({
  method: 'POST',
  path: 'lookup',
  summary: 'What the register says of the holder of a document, to pre-fill a filing; the look-up is logged',
  access: 'person:read',
  body: personLookupSchema,
  response: lookupAnswerSchema,
  example: { idType: '01', idNumber: '11010519491231002X' },
});

const search = operation({
  method: 'POST',
  path: 'search',
  summary: 'Persons of the register by name or identity number; the search is logged',
  access: 'person:read',
  body: findPersonsSchema,
  response: personPageSchema,
  example: { search: '林' },
});

const importing = operation({
  method: 'POST',
  path: 'import',
  summary:
    'Import enrolments from CSV or xlsx; a dry run reports the lines that are wrong and records nothing',
  access: 'person:import',
  upload: true,
  command: true,
  query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') }),
  response: importReportSchema,
});

const detail = operation({
  method: 'GET',
  path: ':personId',
  summary: 'One person with enrolments and filings; the view is logged',
  access: 'person:read',
  params: onePerson,
  response: personSchema,
});

const erasure = operation({
  method: 'POST',
  path: ':personId/erasure',
  summary: 'Erase a person: the keys of everything personal are destroyed, for good',
  access: 'person:erase',
  command: true,
  params: onePerson,
  body: insuredPersonCommands.ErasePerson.omit({ personId: true }),
  example: { reason: 'request 2026-17' },
});

/** The register of insured persons. */
@Controller('api/persons')
export class PersonController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly accessLog: AccessLog,
    private readonly personImport: PersonImport,
  ) {}

  @Route(lookup)
  async lookup(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { body }: InputOf<typeof lookup>,
  ) {
    const found = await this.queries.ask('LookUpPerson', body, caller);
    const purpose = purposeOf(request);
    await this.accessLog.record(caller, {
      action: 'search',
      subject: 'insuredPerson',
      text: body.idNumber,
      purpose,
    });
    return found;
  }

  @Route(search)
  async search(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { body }: InputOf<typeof search>,
  ) {
    const found = await this.queries.ask('FindPersons', body, caller);
    const purpose = purposeOf(request);
    await this.accessLog.record(caller, {
      action: 'search',
      subject: 'insuredPerson',
      text: body.search,
      purpose,
    });
    return found;
  }

  @Route(importing)
  async import(
    @Who() caller: Caller,
    @OfExchange() exchange: Exchange,
    @Validated() { query }: InputOf<typeof importing>,
  ) {
    const { content, name } = await uploadedFile(exchange);
    return this.personImport.run(content, name.slice(0, 200), query.dryRun === 'true', caller, exchange);
  }

  @Route(detail)
  async detail(
    @Who() caller: Caller,
    @OfExchange() { request, reply }: Exchange,
    @Validated() { params }: InputOf<typeof detail>,
  ) {
    const person = await this.queries.ask<{ revision: number }>('GetPerson', params, caller);
    const subject = `insuredPerson-${params.personId}`;
    await this.accessLog.record(caller, { action: 'view', subject, purpose: purposeOf(request) });
    reply.header('etag', etagOf(person.revision));
    return person;
  }

  @Route(erasure)
  erase(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof erasure>) {
    return this.commands.send(exchange, { type: 'ErasePerson', data: { ...body, ...params } });
  }
}
