/** An instant in UTC as ISO 8601 with milliseconds, such as `2026-01-05T01:30:00.000Z`. */
export type Instant = string;

/** The only source of time. Tests and the demo's seed put their own in its place. */
export interface Clock {
  now(): Instant;
}
