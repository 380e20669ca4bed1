import { useLocation } from 'react-router';
import { NewFiling } from '../../features/registration/components/registration';

/** Begins afresh whenever it is navigated to. */
export function Component() {
  return <NewFiling key={useLocation().key} />;
}
