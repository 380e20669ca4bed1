import pino, { type Logger } from 'pino';

/** Structured log of the process. Its methods take codes, types and ids, never the data of a case. */
export class OfficeLog {
  readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  }

  info(what: string, fields: Readonly<Record<string, string | number | boolean>> = {}): void {
    this.pino.info(fields, what);
  }

  /** A rule refused a command of the system: expected in races, worth a look when frequent. */
  refused(by: string, command: string, code: string): void {
    this.pino.warn({ by, command, code }, 'command refused');
  }

  /** Only name and stack of an error: its message may quote data. */
  failed(part: string, error: unknown): void {
    const { name, stack } = error instanceof Error ? error : new Error('unknown');
    this.pino.error({ part, error: name, at: stack?.split('\n').slice(1, 6).join('\n') }, 'failed');
  }
}
