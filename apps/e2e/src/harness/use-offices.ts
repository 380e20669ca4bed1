import { Offices } from './offices';

/** Back offices for the tests of a file; none of them outlives it. Call it where hooks may be registered. */
export function useOffices(): Offices {
  const offices = new Offices();
  afterAll(() => offices.close());
  return offices;
}
