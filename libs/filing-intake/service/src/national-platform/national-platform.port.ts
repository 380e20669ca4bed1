import type { Registration } from './registration';

/**
 * The national platform (国家异地就医平台) as the office sees it: filings in force are registered there, and every change of
 * them. A registration states all that is known, so that of two for one filing the one with the higher number counts.
 */
export interface NationalPlatform {
  /**
   * Hands a registration over. Repeating it is harmless.
   * @returns the receipt, or undefined while the platform has not answered: ask again later
   * @throws RegistrationFailed
   */
  register(registration: Registration): Promise<string | undefined>;
  /** The outcome is on record in the office; what waited for it can be cleared away. */
  settled(registration: Pick<Registration, 'filingId' | 'registration'>): Promise<void>;
}

/** Names the port among Nest's providers. */
export const NATIONAL_PLATFORM = Symbol('national platform');

/** A registration did not get through. `final` when only a person can help, such as after a refusal. */
export class RegistrationFailed extends Error {
  readonly type = 'registration-failed';

  constructor(
    /** Without personal data; kept with the filing. */
    readonly code: string,
    readonly final: boolean,
  ) {
    super(code);
  }
}
