import { channelSchema, type PartialPolicyItems, policyItemsSchema } from '@anjuan/contracts';
import { useSharedTexts } from '../../../../components/texts';
import { useBilingual } from '../../../../lib/use-language';
import { usePolicyWords } from '../../words';

/** Items besides the kinds, in the order of the schema. */
export type PlainItem = Exclude<keyof PartialPolicyItems, 'kinds'>;

const ITEMS = policyItemsSchema.keyof().options;

export const PLAIN_ITEMS: readonly PlainItem[] = ITEMS.filter((item) => item !== 'kinds');

/** Names a dotted item: `review`, `kinds.REFERRED`, `kinds.REFERRED.validity`, `kinds.REFERRED.completion.app`. */
export function useItemName(kinds: PartialPolicyItems['kinds']): (item: string) => string {
  const { fieldName } = usePolicyWords();
  const shared = useSharedTexts();
  const inLanguage = useBilingual();
  const partName = (name: string): string => {
    const channel = channelSchema.safeParse(name);
    return channel.success ? shared(`channel.${channel.data}`) : fieldName(name);
  };
  const kindName = (code: string): string => {
    const kind = kinds?.[code];
    return kind ? inLanguage(kind.name) : code;
  };
  return (item) => {
    const [first = '', second, ...rest] = item.split('.');
    if (second === undefined) return fieldName(first);
    const head = first === 'kinds' ? kindName(second) : `${fieldName(first)} · ${partName(second)}`;
    return [head, ...rest.map(partName)].join(' · ');
  };
}
