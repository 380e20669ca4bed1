import { v4 } from 'uuid';

/** A new idempotency key. Browsers give `crypto.randomUUID` to HTTPS and localhost only; a bureau's own network may be neither. */
export const newKey = (): string => v4();
