import { digestSchema } from '@anjuan/contracts';
import { operation } from '@anjuan/runtime';
import { z } from 'zod';
import { importProgressSchema, importReportSchema } from './import/import-report';
import {
  erasureSchema,
  findPersonsSchema,
  lookedUpSchema,
  lookUpSchema,
  personPageSchema,
  personViewSchema,
} from './person.schemas';

const params = z.strictObject({ personId: z.uuid() });

export const lookUp = operation({
  method: 'POST',
  path: 'lookup',
  summary: 'Look a person up by identity document, to fill a filing in',
  access: 'person:read',
  body: lookUpSchema,
  example: { idType: '01', idNumber: '11010519491231002X' },
  response: lookedUpSchema,
});

export const search = operation({
  method: 'POST',
  path: 'search',
  summary: 'Find persons by part of a name or identity number',
  access: 'person:read',
  body: findPersonsSchema,
  example: { search: '欧阳', limit: 20 },
  response: personPageSchema,
});

export const detail = operation({
  method: 'GET',
  path: ':personId',
  summary: 'One person: details, enrolments, filings',
  access: 'person:read',
  params,
  response: personViewSchema,
});

export const importing = operation({
  method: 'POST',
  path: 'import',
  summary:
    'Import enrolments from CSV (UTF-8, GB18030) or xlsx; dryRun=true only checks. Columns: docs/reference/person-import.md',
  access: 'person:import',
  upload: true,
  query: z.strictObject({
    dryRun: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
  }),
  response: importReportSchema,
});

export const progress = operation({
  method: 'GET',
  path: 'imports/:fileDigest',
  summary: 'How far an import of the caller has come, by the SHA-256 of its file',
  access: 'person:import',
  params: z.strictObject({ fileDigest: digestSchema }),
  response: importProgressSchema,
});

export const erasure = operation({
  method: 'POST',
  path: ':personId/erasure',
  summary: 'Erase a person: answers when keys are destroyed and read models hold nothing personal any more',
  access: 'person:erase',
  command: true,
  params,
  body: erasureSchema,
  example: { reasonCode: 'PERSON_REQUEST', reference: '2026-017' },
});
