export { FilingsList as Component } from '../../features/filings/components/filings-list';
