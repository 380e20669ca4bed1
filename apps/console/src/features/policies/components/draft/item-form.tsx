import type { PartialPolicyItems } from '@anjuan/contracts';
import { type DraftItem, kindCodeOf } from './draft-content';
import { AdviceForm } from './forms/advice-form';
import { KindForm } from './forms/kind-form';
import { LetterForm } from './forms/letter-form';
import { OfferedKindsForm } from './forms/offered-kinds-form';
import { OverlapForm } from './forms/overlap-form';
import { ReasonsForm } from './forms/reasons-form';
import { ReviewForm } from './forms/review-form';
import { VersionedTextForm } from './forms/versioned-text-form';

interface ItemFormProps {
  readonly item: DraftItem;
  readonly items: PartialPolicyItems;
  readonly inherited: PartialPolicyItems;
  readonly onChange: (items: PartialPolicyItems) => void;
}

const WITHOUT_FORM: readonly DraftItem[] = ['treatmentRegion', 'referringInstitutions'];

/** False for the items that are written as JSON. */
export const hasForm = (item: DraftItem): boolean => !WITHOUT_FORM.includes(item);

/** The form of an item that the level sets. */
export function ItemForm({ item, items, inherited, onChange }: ItemFormProps) {
  const kind = items.kinds?.[kindCodeOf(item) ?? ''];
  if (kind)
    return (
      <KindForm
        value={kind}
        onChange={(next) => onChange({ ...items, kinds: { ...items.kinds, [kind.code]: next } })}
      />
    );
  const { offeredKinds, notice, letter, overlap, review, advice } = items;
  switch (item) {
    case 'offeredKinds':
      return (
        <OfferedKindsForm
          value={offeredKinds ?? []}
          kinds={{ ...inherited.kinds, ...items.kinds }}
          onChange={(next) => onChange({ ...items, offeredKinds: next })}
        />
      );
    case 'notice':
      return (
        notice && (
          <VersionedTextForm value={notice} onChange={(next) => onChange({ ...items, notice: next })} />
        )
      );
    case 'letter':
      return (
        letter && <LetterForm value={letter} onChange={(next) => onChange({ ...items, letter: next })} />
      );
    case 'overlap':
      return (
        overlap && <OverlapForm value={overlap} onChange={(next) => onChange({ ...items, overlap: next })} />
      );
    case 'review':
      return (
        review && <ReviewForm value={review} onChange={(next) => onChange({ ...items, review: next })} />
      );
    case 'advice':
      return <AdviceForm value={advice ?? []} onChange={(next) => onChange({ ...items, advice: next })} />;
    case 'rejectReasons':
    case 'cancelReasons':
    case 'revokeReasons':
    case 'correctionReasons':
    case 'referralReasons':
      return (
        <ReasonsForm value={items[item] ?? []} onChange={(next) => onChange({ ...items, [item]: next })} />
      );
    default:
      return null;
  }
}
