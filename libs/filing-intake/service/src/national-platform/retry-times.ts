const MINUTE = 60_000;
const LONGEST_WAIT = 60;
const LAST_ATTEMPT = 10;

/**
 * When a failed upload is tried again: after 1, 2, 4 … minutes, at most an hour, ten times in all (unverified default).
 * @returns undefined after the last attempt: the filing then waits in the failure queue for a person
 */
export function retryAt(now: string, attempt: number): string | undefined {
  if (attempt >= LAST_ATTEMPT) return undefined;
  const minutes = Math.min(2 ** (attempt - 1), LONGEST_WAIT);
  return new Date(Date.parse(now) + minutes * MINUTE).toISOString();
}
