/** What is known of the attempts under one username this month. */
export interface SignInState {
  /** Failures in a row since the last success or lock-out. */
  readonly failures: number;
  readonly lockedUntil?: string;
}

export const isLocked = ({ lockedUntil }: SignInState, now: string): boolean =>
  lockedUntil !== undefined && now < lockedUntil;
