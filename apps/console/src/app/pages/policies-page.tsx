import { NATION } from '@anjuan/contracts';
import { useParams } from 'react-router';
import { PoliciesPage } from '../../features/policies/components/policies-page';
import { useSession } from '../../lib/session/session-context';

/** The area of the address, or where the person works. */
export function Component() {
  const { area } = useParams();
  const own = useSession().session?.account.grants[0]?.area;
  return <PoliciesPage area={area ?? own ?? NATION} />;
}
