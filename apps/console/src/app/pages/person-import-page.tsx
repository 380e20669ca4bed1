export { ImportPage as Component } from '../../features/persons/components/import-page';
