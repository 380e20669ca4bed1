export { AccountsList as Component } from '../../features/accounts/components/accounts-list';
