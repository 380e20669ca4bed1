import { ROLES } from '../api/account';
import { useAccountsTexts } from '../texts';

/** Gives the name of a role in the page's language. */
export function useRoleName(): (role: string) => string {
  const t = useAccountsTexts();
  return (role) => {
    const known = ROLES.find((each) => each === role);
    return known ? t(`role.${known}`) : role;
  };
}
