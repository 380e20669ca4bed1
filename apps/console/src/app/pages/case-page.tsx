import { useParams } from 'react-router';
import { CasePage } from '../../features/case/components/case-page';

export function Component() {
  const { filingId = '' } = useParams();
  return <CasePage key={filingId} filingId={filingId} />;
}
