import { useParams } from 'react-router';
import { PersonPage } from '../../features/persons/components/person-page';

export function Component() {
  const { personId = '' } = useParams();
  return <PersonPage key={personId} personId={personId} />;
}
