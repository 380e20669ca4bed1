export { AccessLogPage as Component } from '../../features/access-log/components/access-log-page';
