import { useColleagueNames } from '../lib/colleagues';

/** Name of whoever acted; the id where there is no such account, as for the system itself. */
export function AccountName({ id }: { readonly id: string }) {
  const name = useColleagueNames([id]);
  return (
    <span title={id} style={{ overflowWrap: 'anywhere' }}>
      {name(id)}
    </span>
  );
}
