import { v5 } from 'uuid';

/** Namespace of review ids; never changed, or submissions would be reviewed twice. */
const NAMESPACE = '6f1c7b0e-5a0f-4c57-9f5e-3c1f8d1f6a52';

/** The id of the one review that a submission has: the same each time a message about it is delivered. */
export const reviewIdOf = (filingId: string, submission: number): string =>
  v5(`${filingId}/${submission}`, NAMESPACE);
