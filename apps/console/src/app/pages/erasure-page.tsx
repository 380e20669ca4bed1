export { ErasurePage as Component } from '../../features/persons/components/erasure-page';
