import { isListedItem } from '../checks/paper-checks';
import { submissionRejections } from '../checks/submission-rejections';
import { LETTER_ITEM } from '../filing/evidence';
import type { FilingPatch } from '../filing/filing-data';
import { applyPatch, changesOf, withNormalIdNumbers } from '../filing/filing-patch';
import { filingRejections } from '../filing/filing-rejections';
import { type Filing, isEditable, isInForce } from '../filing/filing-state';
import type { FilingLookups, FilingSurroundings } from '../filing/filing-surroundings';
import { offeredKind } from '../filing-kinds/kinds';
import { claim } from '../person/insured-person';
import { type DecisionsOn, mustExist, mustHavePolicy } from './decisions';

/** Channels at which the person, or somebody for them, stands before a clerk. */
const FACE_TO_FACE = ['counter', 'agency-batch', 'hospital', 'employer'];

/** Filling a filing in: everything may still be missing, nothing is checked but that it may be edited. */
export const drafting: DecisionsOn<
  | 'DraftFiling'
  | 'ReviseDraft'
  | 'DiscardDraft'
  | 'AcceptNotice'
  | 'AttachEvidence'
  | 'RemoveEvidence'
  | 'RecordOriginalSeen'
  | 'SignLetter'
> = {
  DraftFiling: ({ filingId, insuredRegion, channel, data }, state, around) => {
    if (state.status !== 'absent') filingRejections.reject('filing.not-editable', { status: state.status });
    const typed = changesOf({}, withNormalIdNumbers(data));
    return [
      { type: 'FilingDrafted', data: { filingId, insuredRegion, channel, data: typed } },
      ...identified(filingId, state, typed, around),
    ];
  },
  ReviseDraft: ({ filingId, insuredRegion, data }, state, around) => {
    mustBeFilledIn(state);
    const changes = changesOf(state.data, withNormalIdNumbers(data));
    const region = insuredRegion === state.insuredRegion ? undefined : insuredRegion;
    if (Object.keys(changes).length === 0 && region === undefined) return [];
    return [
      { type: 'DraftRevised', data: { filingId, insuredRegion: region, changes } },
      ...identified(filingId, state, changes, around),
    ];
  },
  DiscardDraft: ({ filingId }, state) => {
    mustExist(state);
    if (state.status === 'discarded') return [];
    if (state.status !== 'draft') filingRejections.reject('filing.not-a-draft');
    return [{ type: 'DraftDiscarded', data: { filingId } }];
  },
  AcceptNotice: ({ filingId, version, device }, state, around) => {
    mustBeFilledIn(state);
    const { items, noticeDigest } = mustHavePolicy(around);
    if (version !== items.notice.version)
      submissionRejections.reject('filing.notice-outdated', { version: items.notice.version });
    if (state.noticeVersion === version) return [];
    return [{ type: 'NoticeAccepted', data: { filingId, version, digest: noticeDigest, device } }];
  },
  AttachEvidence: ({ filingId, evidence }, state, around) => {
    mustTakeItem(state, evidence.item, around);
    if (state.evidence.some(({ evidenceId }) => evidenceId === evidence.evidenceId)) return [];
    return [
      { type: 'EvidenceAttached', data: { filingId, evidence }, facets: { evidence: [evidence.digest] } },
    ];
  },
  RemoveEvidence: ({ filingId, evidenceId }, state) => {
    mustExist(state);
    const found = state.evidence.find((item) => item.evidenceId === evidenceId);
    if (!found) return filingRejections.reject('filing.evidence-unknown');
    if (!isEditable(state)) filingRejections.reject('filing.not-editable', { status: state.status });
    const { item, digest } = found;
    return [{ type: 'EvidenceRemoved', data: { filingId, evidenceId, item, digest } }];
  },
  RecordOriginalSeen: ({ filingId, item }, state, around) => {
    mustTakeItem(state, item, around);
    if (!FACE_TO_FACE.includes(state.channel)) filingRejections.reject('filing.original-not-seen-here');
    if (state.originalsSeen.includes(item)) return [];
    return [{ type: 'OriginalSeen', data: { filingId, item } }];
  },
  SignLetter: ({ filingId, version, signature, evidenceId, signedOn, device }, state, around) => {
    mustBeFilledIn(state);
    const { items, letterDigest } = mustHavePolicy(around);
    const kind = offeredKind(items, state.data.kind);
    if (kind && !kind.letterAllowed) submissionRejections.reject('filing.letter-not-allowed');
    if (version !== items.letter.version)
      submissionRejections.reject('filing.letter-outdated', { version: items.letter.version });
    if (!items.letter.signatures.includes(signature))
      submissionRejections.reject('filing.signature-not-accepted', { signatures: items.letter.signatures });
    const image = state.evidence.find((item) => item.evidenceId === evidenceId && item.item === LETTER_ITEM);
    if (signature !== 'ticked' && !image) submissionRejections.reject('filing.signature-missing');
    const day = signedOn !== undefined && signedOn < around.today ? signedOn : around.today;
    const digest = letterDigest;
    return [
      {
        type: 'LetterSigned',
        data: { filingId, version, digest, signature, evidenceId, signedOn: day, device },
      },
    ];
  },
};

function mustBeFilledIn(state: Filing): void {
  mustExist(state);
  if (state.status !== 'draft' && state.status !== 'returned')
    filingRejections.reject('filing.not-editable', { status: state.status });
}

/** Evidence may come while the filing is filled in, and as the proof that a letter promised. */
function mustTakeItem(state: Filing, item: string, around: FilingLookups): void {
  mustExist(state);
  const owed = isInForce(state) && state.promised?.state === 'open' && state.promised.items.includes(item);
  if (owed) return;
  if (!isEditable(state)) filingRejections.reject('filing.not-editable', { status: state.status });
  const { items } = mustHavePolicy(around);
  if (!isListedItem(offeredKind(items, state.data.kind), item))
    filingRejections.reject('filing.item-not-listed');
}

/** Once the document's number is valid it leads to a person, known or new; nothing where it already did. */
export function identified(
  filingId: string,
  state: Filing,
  changes: FilingPatch,
  { identity }: FilingSurroundings,
) {
  const { applicant } = applyPatch(state.data, changes);
  if (!identity || !applicant || identity.personId === state.personId) return [];
  const { personId } = identity;
  return [
    { type: 'ApplicantIdentified' as const, data: { filingId, personId } },
    ...(identity.claim.personId === undefined ? [claim(identity, personId)] : []),
  ];
}
