export { PasswordPage as Component } from '../../features/password/components/password-page';
