import { useRegionPolicy } from '../lib/policies';
import { useBilingual } from '../lib/use-language';

interface KindNameProps {
  readonly region: string;
  readonly kind: string | undefined;
}

/** Name of a kind of filing as the insured region calls it; the code while that is not known. */
export function KindName({ region, kind }: KindNameProps) {
  const inLanguage = useBilingual();
  const { data } = useRegionPolicy(kind === undefined ? undefined : region);
  if (kind === undefined) return null;
  const name = data?.items.kinds[kind]?.name;
  return <>{name ? inLanguage(name) : kind}</>;
}
