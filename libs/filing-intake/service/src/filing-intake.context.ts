import { commandSet, runnable } from '@anjuan/event-sourcing';
import {
  calendarCopyProjection,
  coverage,
  enrolmentWatch,
  filing,
  filingDetailsProjection,
  filingNumber,
  filingRejections,
  filingSupersession,
  filingsProjection,
  filingTimers,
  identitiesProjection,
  identity,
  insuredPerson,
  personRejections,
  personsProjection,
  policyCopyProjection,
  submissionRejections,
  upload,
  uploadRejections,
} from '@anjuan/filing-intake-domain';
import type { ContextDefinition } from '@anjuan/runtime';
import { evidenceRejections } from './evidence/evidence-rejections';
import { fileRejections } from './files/file-rejections';
import { dossierPublisher, erasurePublisher } from './filing/dossier.publisher';
import { filingPublisher } from './filing/filing.publisher';
import { filingBinding } from './filing/filing-binding';
import { filingQueries } from './filing/filing-queries';
import { reviewDecisionsConsumer } from './filing/review-decisions.consumer';
import { platformRejections } from './national-platform/platform-rejections';
import { uploadBinding } from './national-platform/upload-binding';
import { erasureRejections, personErasure } from './persons/erasure';
import { importRejections } from './persons/import/import-rejections';
import { personQueries } from './persons/person.queries';
import { personBinding } from './persons/person-binding';

/** Filings from the counter to their end, and the persons they are for: what the office runs of this context. */
export const filingIntake: ContextDefinition = {
  name: 'filing-intake',
  models: [filing, coverage, insuredPerson, identity, filingNumber, upload],
  commands: (tools) => [
    commandSet(filingBinding(tools)),
    commandSet(personBinding(tools)),
    commandSet(uploadBinding),
  ],
  queries: (tools) => ({ ...filingQueries(tools), ...personQueries(tools) }),
  projections: [
    filingsProjection,
    filingDetailsProjection,
    personsProjection,
    identitiesProjection,
    policyCopyProjection,
    calendarCopyProjection,
  ],
  publishers: [filingPublisher, dossierPublisher, erasurePublisher],
  consumers: () => [reviewDecisionsConsumer],
  processes: [runnable(enrolmentWatch), runnable(filingSupersession)],
  timers: [filingTimers],
  rejections: [
    filingRejections.catalogue,
    submissionRejections.catalogue,
    personRejections.catalogue,
    uploadRejections.catalogue,
    fileRejections.catalogue,
    evidenceRejections.catalogue,
    importRejections.catalogue,
    platformRejections.catalogue,
    erasureRejections.catalogue,
  ],
  erasures: [personErasure],
};
