import { useAreaName } from '../lib/areas';

/** Name of an area; breaks anywhere, since some names are twenty characters long. */
export function AreaName({ code }: { readonly code: string }) {
  const name = useAreaName();
  return (
    <span title={code} style={{ overflowWrap: 'anywhere' }}>
      {name(code)}
    </span>
  );
}
