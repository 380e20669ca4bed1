export { PersonsPage as Component } from '../../features/persons/components/persons-page';
