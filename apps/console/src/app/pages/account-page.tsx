import { useParams } from 'react-router';
import { AccountPage } from '../../features/accounts/components/account-page';

export function Component() {
  const { accountId = '' } = useParams();
  return <AccountPage key={accountId} accountId={accountId} />;
}
