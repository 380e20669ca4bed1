import { useLocation, useParams } from 'react-router';
import { EditFiling } from '../../features/registration/components/registration';

export function Component() {
  const { filingId = '' } = useParams();
  return <EditFiling key={useLocation().key} filingId={filingId} />;
}
