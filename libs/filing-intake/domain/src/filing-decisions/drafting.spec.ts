import { elsewhere } from '@anjuan/event-sourcing';
import { nthId } from '@anjuan/testing';
import {
  command,
  data,
  drafted,
  filingId,
  happened,
  identifiedEvent,
  inForce,
  noticeRead,
  originalSeen,
  personId,
  underReview,
  whenFiling,
} from '../examples/example-filing.fixture';
import { policy } from '../examples/example-policy.fixture';

const digest = 'd'.repeat(64);
const evidence = (item: string, n = 1) => ({
  evidenceId: nthId(300 + n),
  item,
  digest: 'e'.repeat(64),
  mediaType: 'image/png' as const,
  bytes: 1000,
  fileName: '证件.png',
});
const attached = (item: string, n = 1) =>
  happened('EvidenceAttached', { filingId, evidence: evidence(item, n) });
const draftIt = (more = data) =>
  command('DraftFiling', { insuredRegion: '350200', channel: 'counter', data: more });

describe('a draft', () => {
  it('starts with whatever is known, and claims a valid identity document for a new person', () => {
    whenFiling
      .with({ identity: { digest, claim: {}, personId } })
      .given()
      .when(draftIt())
      .thenEvents(
        drafted(),
        identifiedEvent,
        elsewhere('identity', digest, { type: 'IdentityClaimed', data: { personId } }),
      );
  });

  it('leads to the person that the document belongs to already', () => {
    whenFiling.given().when(draftIt()).thenEvents(drafted(), identifiedEvent);
  });

  it('may start empty', () => {
    whenFiling
      .with({ identity: undefined })
      .given()
      .when(draftIt({}))
      .thenEvents(
        happened('FilingDrafted', { filingId, insuredRegion: '350200', channel: 'counter', data: {} }),
      );
  });

  it('starts once', () => {
    whenFiling.given(drafted()).when(draftIt()).thenRejected('filing.not-editable');
  });

  it('is saved field by field, and not when nothing changed', () => {
    const phone = { applicant: { phone: '13700137000', name: '林一' } };
    whenFiling
      .given(drafted(), identifiedEvent)
      .when(command('ReviseDraft', { data: phone }))
      .thenEvents(happened('DraftRevised', { filingId, changes: { applicant: { phone: '13700137000' } } }));
    whenFiling
      .given(drafted(), identifiedEvent)
      .when(command('ReviseDraft', { data: { applicant: { name: '林一' } }, insuredRegion: '350200' }))
      .thenNothing();
  });

  it('leads to another person once the document is corrected', () => {
    const other = nthId(199);
    whenFiling
      .with({ identity: { digest, claim: {}, personId: other } })
      .given(drafted(), identifiedEvent)
      .when(command('ReviseDraft', { data: { applicant: { idNumber: '440524 188001010014' } } }))
      .thenEvents(
        happened('DraftRevised', { filingId, changes: { applicant: { idNumber: '440524188001010014' } } }),
        happened('ApplicantIdentified', { filingId, personId: other }),
        elsewhere('identity', digest, { type: 'IdentityClaimed', data: { personId: other } }),
      );
  });

  it('can be discarded, a submitted filing cannot', () => {
    whenFiling
      .given(drafted())
      .when(command('DiscardDraft', {}))
      .thenEvents(happened('DraftDiscarded', { filingId }));
    whenFiling
      .given(drafted(), happened('DraftDiscarded', { filingId }))
      .when(command('DiscardDraft', {}))
      .thenNothing();
    whenFiling
      .given(...underReview())
      .when(command('DiscardDraft', {}))
      .thenRejected('filing.not-a-draft');
    whenFiling.given().when(command('DiscardDraft', {})).thenRejected('filing.not-found');
  });

  it('is no longer edited once it is submitted', () => {
    for (const edit of [
      command('ReviseDraft', { data: { note: 'x' } }),
      command('AcceptNotice', { version: 'N1' }),
      command('AttachEvidence', { evidence: evidence('CREDENTIAL') }),
      command('RecordOriginalSeen', { item: 'CREDENTIAL' }),
      command('SignLetter', { version: 'L1', signature: 'ticked' }),
    ])
      whenFiling
        .given(...underReview())
        .when(edit)
        .thenRejected('filing.not-editable');
    whenFiling
      .given(drafted(), attached('CREDENTIAL'), ...underReview().slice(1))
      .when(command('RemoveEvidence', { evidenceId: nthId(301) }))
      .thenRejected('filing.not-editable');
  });
});

describe('the notice', () => {
  it('is confirmed in its current version, with the digest of its text', () => {
    whenFiling
      .given(drafted())
      .when(command('AcceptNotice', { version: 'N1', device: 'counter-3' }))
      .thenEvents(
        happened('NoticeAccepted', {
          filingId,
          version: 'N1',
          digest: policy.noticeDigest,
          device: 'counter-3',
        }),
      );
    whenFiling
      .given(drafted(), noticeRead)
      .when(command('AcceptNotice', { version: 'N1' }))
      .thenNothing();
    whenFiling
      .given(drafted())
      .when(command('AcceptNotice', { version: 'N0' }))
      .thenRejected('filing.notice-outdated');
  });
});

describe('evidence', () => {
  it('is attached under an item of the configured list, once, and can be removed', () => {
    const attach = command('AttachEvidence', { evidence: evidence('CREDENTIAL') });
    whenFiling.given(drafted()).when(attach).thenEvents(attached('CREDENTIAL'));
    whenFiling.given(drafted(), attached('CREDENTIAL')).when(attach).thenNothing();
    whenFiling
      .given(drafted(), attached('CREDENTIAL'))
      .when(command('RemoveEvidence', { evidenceId: nthId(301) }))
      .thenEvents(
        happened('EvidenceRemoved', {
          filingId,
          evidenceId: nthId(301),
          item: 'CREDENTIAL',
          digest: 'e'.repeat(64),
        }),
      );
    whenFiling
      .given(drafted())
      .when(command('RemoveEvidence', { evidenceId: nthId(301) }))
      .thenRejected('filing.evidence-unknown');
  });

  it('may be the signed form, and is nothing that the policy does not list', () => {
    whenFiling
      .given(drafted())
      .when(command('AttachEvidence', { evidence: evidence('SIGNED_FORM') }))
      .thenEvents(attached('SIGNED_FORM'));
    whenFiling
      .given(drafted())
      .when(command('AttachEvidence', { evidence: evidence('INCOME_PROOF') }))
      .thenRejected('filing.item-not-listed');
  });

  it('is replaced by an original that the clerk saw, only where somebody appears', () => {
    const seen = command('RecordOriginalSeen', { item: 'CREDENTIAL' });
    whenFiling.given(drafted()).when(seen).thenEvents(originalSeen('CREDENTIAL'));
    whenFiling.given(drafted(), originalSeen('CREDENTIAL')).when(seen).thenNothing();
    whenFiling.given(drafted({}, 'phone')).when(seen).thenRejected('filing.original-not-seen-here');
  });

  it('is taken as proof of a promise while the filing is in force, and for nothing else then', () => {
    const longTerm = { kind: 'LONG_TERM_RESIDENT', behaviour: 'long-term' as const, byLetter: true };
    const promise = inForce(longTerm, ['RESIDENCE_PROOF']);
    whenFiling
      .given(...promise)
      .when(command('AttachEvidence', { evidence: evidence('RESIDENCE_PROOF') }))
      .thenEvents(attached('RESIDENCE_PROOF'));
    whenFiling
      .given(...promise)
      .when(command('AttachEvidence', { evidence: evidence('CREDENTIAL') }))
      .thenRejected('filing.not-editable');
  });
});

describe('a commitment letter', () => {
  const longTerm = drafted({ kind: 'LONG_TERM_RESIDENT' });
  const signed = (signature: 'ticked' | 'drawn' | 'paper', evidenceId?: string, signedOn = '2026-03-02') =>
    happened('LetterSigned', {
      filingId,
      version: 'L1',
      digest: policy.letterDigest,
      signature,
      evidenceId,
      signedOn,
    });

  it('is ticked, with version, digest and day', () => {
    whenFiling
      .given(longTerm)
      .when(command('SignLetter', { version: 'L1', signature: 'ticked' }))
      .thenEvents(signed('ticked'));
  });

  it('is drawn or on paper with its image, and may have been signed earlier', () => {
    whenFiling
      .given(longTerm, attached('LETTER'))
      .when(
        command('SignLetter', {
          version: 'L1',
          signature: 'paper',
          evidenceId: nthId(301),
          signedOn: '2026-02-27',
        }),
      )
      .thenEvents(signed('paper', nthId(301), '2026-02-27'));
    whenFiling
      .given(longTerm, attached('CREDENTIAL'))
      .when(command('SignLetter', { version: 'L1', signature: 'drawn', evidenceId: nthId(301) }))
      .thenRejected('filing.signature-missing');
  });

  it('is refused for a kind without one, in an old version, and signed in a way that does not count', () => {
    const tick = command('SignLetter', { version: 'L1', signature: 'ticked' });
    whenFiling.given(drafted()).when(tick).thenRejected('filing.letter-not-allowed');
    whenFiling
      .given(longTerm)
      .when(command('SignLetter', { version: 'L0', signature: 'ticked' }))
      .thenRejected('filing.letter-outdated');
    const onlyPaper = { ...policy.items.letter, signatures: ['paper' as const] };
    whenFiling
      .with({ policy: { ...policy, items: { ...policy.items, letter: onlyPaper } } })
      .given(longTerm)
      .when(tick)
      .thenRejected('filing.signature-not-accepted');
  });

  it('needs a policy in force', () => {
    whenFiling
      .with({ policy: undefined })
      .given(longTerm)
      .when(command('SignLetter', { version: 'L1', signature: 'ticked' }))
      .thenRejected('filing.no-policy');
  });
});
