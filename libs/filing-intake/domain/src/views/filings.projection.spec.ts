import { reviewTopic } from '@anjuan/contracts';
import { ERASED } from '@anjuan/event-sourcing';
import { nthId, projectionSpecification, published, recorded } from '@anjuan/testing';
import {
  approvedEvent,
  drafted,
  filingId,
  happened,
  inForce,
  personId,
  readyToSubmit,
  reviewId,
  submittedEvent,
  summary,
  underReview,
} from '../examples/example-filing.fixture';
import type { FilingEvent } from '../filing/filing-state';
import { filingDetailsProjection } from './filing-details.projection';
import { filingsProjection } from './filings.projection';

const on = (...events: FilingEvent[]) => events.map((event) => recorded('filing', filingId, event));
const erased = recorded('insuredPerson', personId, {
  type: 'PersonErased',
  data: { personId, keyIds: [personId, filingId], reason: 'request' },
});
const review = (type: string, more: object = {}) =>
  published(reviewTopic.name, filingId, type, {
    reviewId,
    filingId,
    submission: 1,
    insuredRegion: '350200',
    ...more,
  });
const spec = projectionSpecification(filingsProjection);
const details = projectionSpecification(filingDetailsProjection);

describe('the list of filings', () => {
  it('shows a draft with what is typed so far, and what is cleared is gone', () => {
    const cleared = happened('DraftRevised', {
      filingId,
      changes: { kind: null, applicant: { name: '林某' } },
    });
    spec
      .given(...on(drafted(), cleared))
      .thenRow(filingId, { status: 'draft', name: '林某', treatmentRegion: '440100' });
    expect(spec.given(...on(drafted(), cleared)).rows.get(filingId)?.kind).toBeUndefined();
  });

  it('is searched by name, filing number and identity number', () => {
    spec
      .given(...on(...underReview()))
      .thenSearchText(filingId, ['林一', summary.filingNumber ?? '', '11010519491231002X']);
  });

  it('shows dates, state and what is to be uploaded', () => {
    spec.given(...on(...inForce())).thenRow(filingId, {
      status: 'active',
      startsOn: '2026-03-02',
      endsOn: '2026-09-02',
      uploadStatus: 'due',
      registration: 1,
    });
  });

  it('shows how the upload goes, and passes over news about an older registration', () => {
    const about = { filingId, insuredRegion: '350200', registration: 1 };
    const uploaded = recorded('upload', filingId, {
      type: 'FilingUploaded',
      data: { ...about, receipt: 'R' },
    });
    const failed = recorded('upload', filingId, {
      type: 'FilingUploadFailed',
      data: { ...about, attempt: 3, code: 'x' },
    });
    const revoked = happened('FilingRevoked', { filing: summary, reasonCode: 'MADE_IN_ERROR' });
    spec.given(...on(...inForce()), uploaded).thenRow(filingId, { uploadStatus: 'uploaded' });
    spec.given(...on(...inForce()), failed).thenRow(filingId, { uploadStatus: 'failed', uploadAttempts: 3 });
    spec
      .given(...on(...inForce(), revoked), uploaded)
      .thenRow(filingId, { uploadStatus: 'due', registration: 2 });
  });

  it('shows who has the review and by when', () => {
    const opened = review('ReviewOpened', { completion: 'one-reviewer', dueOn: '2026-03-04' });
    const claimed = review('ReviewClaimed', { reviewerId: 'reviewer-1' });
    const shown = spec.given(...on(...underReview()), opened, claimed);
    shown.thenRow(filingId, { dueOn: '2026-03-04', review: { status: 'claimed', assigneeId: 'reviewer-1' } });
    spec
      .given(...on(...underReview()), opened, claimed, review('ReviewReleased'))
      .thenRow(filingId, { review: { status: 'open' } });
  });

  it('keeps to the newest review', () => {
    const opened = review('ReviewOpened', { completion: 'one-reviewer', dueOn: '2026-03-04' });
    const late = review('ReviewEscalated', { reviewId: nthId(999) });
    spec
      .given(...on(...underReview()), opened, late)
      .thenRow(filingId, { review: { reviewId, escalated: false } });
  });

  it('makes no row of a message about a filing it does not know', () => {
    spec
      .given(review('ReviewOpened', { completion: 'one-reviewer', dueOn: '2026-03-04' }))
      .thenNoRow(filingId);
  });

  it('blanks what is personal when the person is erased, and nothing else', () => {
    spec.given(...on(...inForce()), erased).thenRow(filingId, {
      name: ERASED,
      idNumber: ERASED,
      status: 'active',
      filingNumber: summary.filingNumber,
    });
  });
});

describe('the details of a filing', () => {
  it('hold the fold of the events, the submission and a line for each event', () => {
    const shown = details.given(...on(...inForce()));
    shown.thenRow(filingId, {
      revision: 6,
      filing: { status: 'active', registration: 1 },
      submission: { submission: 1, completion: 'one-reviewer' },
      timeline: { length: 7 },
    });
  });

  it('say who recorded an event, when, and since when it counts', () => {
    const backdated = recorded('filing', filingId, approvedEvent(), {
      at: '2026-03-05T02:00:00.000Z',
      by: 'system:consumer',
      effectiveOn: '2026-02-20',
    });
    const { rows } = details.given(...on(...readyToSubmit(), submittedEvent()), backdated);
    expect(rows.get(filingId)).toMatchObject({
      timeline: expect.arrayContaining([
        expect.objectContaining({
          type: 'FilingApproved',
          recordedAt: '2026-03-05T02:00:00.000Z',
          effectiveOn: '2026-02-20',
          actorId: 'system:consumer',
        }),
      ]),
    });
  });

  it('hold nothing personal once the person is erased', () => {
    const note = happened('FilingRevoked', {
      filing: summary,
      reasonCode: 'MADE_IN_ERROR',
      note: '林一重复登记',
    });
    const attached = happened('EvidenceAttached', {
      filingId,
      evidence: {
        evidenceId: nthId(301),
        item: 'CREDENTIAL',
        digest: 'e'.repeat(64),
        mediaType: 'image/png',
        bytes: 9,
        fileName: '林一身份证.png',
      },
    });
    const { rows } = details.given(...on(...underReview(), attached, approvedEvent(), note), erased);
    const text = JSON.stringify(rows.get(filingId));
    for (const personal of ['林一', '林二', '11010519491231002X', '13800138000', '13900139000', '1949-12-31'])
      expect(text).not.toContain(personal);
    expect(text).toContain(ERASED);
  });
});
