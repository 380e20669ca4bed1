import { type AnyCommand, Rejected, systemEnvelope } from '@anjuan/event-sourcing';
import {
  type FilingDetailsRow,
  type FilingRow,
  filingDetailsProjection,
  filingsProjection,
} from '@anjuan/filing-intake-domain';
import { Office } from '@anjuan/runtime';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { v7 } from 'uuid';
import { NATIONAL_PLATFORM, type NationalPlatform, RegistrationFailed } from './national-platform.port';
import { registrationOf } from './registration';
import { retryAt } from './retry-times';

const NAME = 'national-platform';
const AT_ONCE = 20;
const READ_WAIT_MS = 10_000;

/**
 * Carries due registrations to the national platform. What is due follows from the log (a read model of it), so nothing
 * is lost by a restart; handing over twice is harmless to the platform, and recording twice to the filing.
 */
@Injectable()
export class PlatformRegistrar implements OnApplicationBootstrap, OnModuleDestroy {
  private interval: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  /** Of the last outcome recorded; the list of what is due must show it before it is read again. */
  private recorded = -1n;

  constructor(
    private readonly office: Office,
    @Inject(NATIONAL_PLATFORM) private readonly platform: NationalPlatform,
  ) {}

  onApplicationBootstrap(): void {
    const seconds = this.office.config.ANJUAN_PLATFORM_SECONDS;
    if (seconds === 0) return;
    this.interval = setInterval(() => {
      if (!this.running) void this.run().catch((error: unknown) => this.office.logger.failed(NAME, error));
    }, seconds * 1_000);
    this.interval.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.interval);
    await this.running?.catch(() => {});
  }

  /** Registers all that is due now; resolves when each has its outcome or waits for an answer. One call runs at a time. */
  async run(): Promise<void> {
    while (this.running) await this.running.catch(() => {});
    this.running = this.registerDue();
    try {
      await this.running;
    } finally {
      this.running = undefined;
    }
  }

  private async registerDue(): Promise<void> {
    if (!(await this.office.reached(this.recorded, READ_WAIT_MS))) return;
    const filings = this.office.toolsOf().readModel(filingsProjection);
    const filter = { uploadStatus: { eq: 'due' }, uploadAt: { lte: this.office.clock.now() } };
    const sort = { field: 'uploadAt', direction: 'asc' } as const;
    let cursor: string | undefined;
    do {
      const page = await filings.find({ filter, sort, limit: AT_ONCE, cursor });
      await Promise.all(page.rows.map(({ row }) => this.registerSafely(row as FilingRow)));
      cursor = page.next;
    } while (cursor !== undefined);
  }

  /** One that goes wrong unexpectedly is logged and tried again by the next run; it holds nobody up. */
  private async registerSafely(row: FilingRow): Promise<void> {
    try {
      await this.register(row);
    } catch (error) {
      if (error instanceof Rejected) this.office.logger.refused(NAME, 'register', error.code);
      else this.office.logger.failed(NAME, error);
    }
  }

  private async register({ filingId, insuredRegion, registration, uploadAttempts, uploadAt }: FilingRow) {
    const details = this.office.toolsOf().readModel(filingDetailsProjection);
    const row = (await details.get(filingId)) as FilingDetailsRow | undefined;
    // The two read models advance apart: the next run sees them agree.
    if (row?.filing.registration !== registration) return;
    const told = await this.tell(row);
    if (told === undefined) return;
    const about = { filingId, insuredRegion, registration };
    const command =
      'receipt' in told
        ? { type: 'RecordUploaded', data: { ...about, receipt: told.receipt } }
        : {
            type: 'RecordUploadFailed',
            data: { ...about, ...this.failure(told.failed, uploadAttempts + 1) },
          };
    await this.record(command, `${NAME}/${filingId}/${registration}/${uploadAt}`);
    if ('receipt' in told || told.failed.final) await this.platform.settled(about);
  }

  /** The platform's answer; undefined while there is none. */
  private async tell(row: FilingDetailsRow) {
    const registration = registrationOf(row);
    if (!registration) return { failed: new RegistrationFailed('person-erased', true) };
    try {
      const receipt = await this.platform.register(registration);
      return receipt === undefined ? undefined : { receipt };
    } catch (error) {
      if (error instanceof RegistrationFailed) return { failed: error };
      throw error;
    }
  }

  private failure({ code, final }: RegistrationFailed, attempt: number) {
    const next = final ? undefined : retryAt(this.office.clock.now(), attempt);
    return { attempt, code, ...(next === undefined ? {} : { retryAt: next }) };
  }

  private async record(command: AnyCommand, requestKey: string): Promise<void> {
    const { position } = await this.office.send(
      command,
      systemEnvelope(NAME, requestKey, { correlationId: v7() }),
    );
    if (BigInt(position) > this.recorded) this.recorded = BigInt(position);
  }
}
