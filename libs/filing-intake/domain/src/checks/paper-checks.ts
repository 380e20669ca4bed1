import type { AutomaticCheck, FilingKindPolicy } from '@anjuan/contracts';
import { FORM_ITEM, LETTER_ITEM } from '../filing/evidence';
import type { FilingData } from '../filing/filing-data';
import type { Filing } from '../filing/filing-state';
import type { PolicyInForce } from '../filing/filing-surroundings';
import { passed } from './check';
import type { SubmissionCase } from './submission-case';
import { submissionRejections } from './submission-rejections';

/** Who files and how, the notice, the letter, the materials. */
export function paperChecks({ state, filing, kind, policy }: SubmissionCase): readonly AutomaticCheck[] {
  if (!kind.mayFile.includes(filing.filedBy)) submissionRejections.reject('filing.filer-not-accepted');
  if (!kind.channels.includes(state.channel))
    submissionRejections.reject('filing.channel-not-accepted', { channels: kind.channels });
  checkNotice(state, policy);
  const promised = promisedItems(state, kind);
  if (promised.length > 0) checkLetter(state, kind, policy);
  return [
    passed('filer.accepted'),
    passed('notice.read'),
    ...(promised.length > 0 ? [passed('letter.signed')] : []),
    passed('materials.complete'),
  ];
}

export function checkNotice({ noticeVersion }: Filing, { items }: PolicyInForce): void {
  if (noticeVersion === undefined) submissionRejections.reject('filing.notice-not-read');
  if (noticeVersion !== items.notice.version)
    submissionRejections.reject('filing.notice-outdated', { version: items.notice.version });
}

/** A letter counts in its current version and signed in a way that the region accepts. */
export function checkLetter(
  { letter }: Filing,
  { letterAllowed }: FilingKindPolicy,
  { items }: PolicyInForce,
): void {
  if (!letterAllowed) submissionRejections.reject('filing.letter-not-allowed');
  if (!letter) return;
  if (letter.version !== items.letter.version)
    submissionRejections.reject('filing.letter-outdated', { version: items.letter.version });
  if (!items.letter.signatures.includes(letter.signature))
    submissionRejections.reject('filing.signature-not-accepted', { signatures: items.letter.signatures });
}

/** Codes of the materials that must be there, and are not. */
export function missingItems(
  state: Pick<Filing, 'data' | 'evidence' | 'originalsSeen'>,
  kind: FilingKindPolicy,
): readonly string[] {
  const there = new Set([...state.originalsSeen, ...state.evidence.map(({ item }) => item)]);
  return requiredMaterials(kind, state.data)
    .map(({ code }) => code)
    .filter((code) => !there.has(code));
}

/** The materials that a filing of this kind must come with. */
export const requiredMaterials = ({ materials }: FilingKindPolicy, { filedBy }: FilingData) =>
  materials.filter(({ required, onlyForAgent }) => required && (!onlyForAgent || filedBy === 'agent'));

/** Missing materials that the signed letter stands in for; rejects when others are missing too. */
export function promisedItems(state: Filing, kind: FilingKindPolicy): readonly string[] {
  const missing = missingItems(state, kind);
  const replaceable = (code: string) =>
    kind.letterAllowed &&
    kind.materials.some((material) => material.code === code && material.letterMayReplace);
  const stopping = state.letter ? missing.filter((code) => !replaceable(code)) : missing;
  if (stopping.length > 0)
    submissionRejections.reject('filing.materials-missing', {
      items: [...stopping],
      letterMayReplace: missing.filter(replaceable),
    });
  return missing;
}

/** True for an item that evidence may be attached under. */
export const isListedItem = (kind: FilingKindPolicy | undefined, item: string): boolean =>
  item === LETTER_ITEM || supplementItems(kind).some(({ code }) => code === item);

/** The items that a reviewer can ask for, and no others (社会保险经办条例 art. 31): the kind's materials, the form. */
export const supplementItems = (kind: FilingKindPolicy | undefined) => [
  ...(kind?.materials ?? [])
    .filter(({ code }) => code !== FORM_ITEM)
    .map(({ code, name }) => ({ code, name })),
  {
    code: FORM_ITEM,
    name: { zh: '登记备案表（填写内容或签名）', en: 'Registration form (content or signature)' },
  },
];
