import { AccountName } from '../../../components/account-name';
import type { FieldChange } from '../../../components/field-diff';
import { useSharedTexts } from '../../../components/texts';
import { useFieldWords } from '../../../components/use-field-words';
import type { FilingDetails } from '../../../lib/filing-details';
import type { ReviewDetails } from '../../../lib/reviews-of-filing';
import { useCaseTexts } from '../texts';

/** A case at one moment. */
export interface CaseView {
  readonly details: FilingDetails;
  readonly review: ReviewDetails | undefined;
}

type Fields = Readonly<Record<string, unknown>>;
const isSection = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** All fields of the form by path. */
export const leavesOf = (data: object, prefix = ''): readonly (readonly [string, unknown])[] =>
  Object.entries(data).flatMap(([name, value]) =>
    isSection(value) ? leavesOf(value, `${prefix}${name}.`) : [[prefix + name, value] as const],
  );

/** Says what differs between the case as it was seen and as it is. */
export function useCaseChanges(): (seen: CaseView, now: CaseView) => readonly FieldChange[] {
  const t = useCaseTexts();
  const shared = useSharedTexts();
  const { label, show } = useFieldWords();
  const rows = ({ details, review }: CaseView): readonly (readonly [string, string])[] => [
    [t('changed.status'), shared(`filingStatus.${details.status}`)],
    [t('changed.request'), details.pending ? shared(`subject.${details.pending.subject}`) : ''],
    [t('changed.reviewStatus'), review ? shared(`reviewStatus.${review.status}`) : ''],
    [t('changed.due'), review?.deadline.dueOn ?? ''],
    [t('changed.evidence'), t('changed.files', { count: details.evidence.length })],
    [t('changed.letter'), details.letter?.signedOn ?? ''],
    ...leavesOf(details.data).map(([path, value]) => [label(path), show(path, value)] as const),
  ];
  return (seen, now) => {
    const [before, after] = [new Map(rows(seen)), new Map(rows(now))];
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((field) => before.get(field) !== after.get(field))
      .map((field): FieldChange => ({ field, before: before.get(field), after: after.get(field) }))
      .concat(assigneeChange(seen, now, t('changed.assignee')));
  };
}

function assigneeChange(seen: CaseView, now: CaseView, field: string): readonly FieldChange[] {
  const [before, after] = [seen.review?.assigneeId ?? null, now.review?.assigneeId ?? null];
  const name = (id: string | null) => id !== null && <AccountName id={id} />;
  return before === after
    ? []
    : [{ field, before: name(before) || undefined, after: name(after) || undefined }];
}
