import { type AnyCommand, Rejected } from '@anjuan/event-sourcing';
import type { Office } from '@anjuan/runtime';
import { v7 } from 'uuid';
import type { DemoCast } from './demo-accounts';

/** Sends the demo's commands as its people would, through the same handlers, and moves the clock. */
export class DemoStage {
  constructor(
    readonly office: Office,
    readonly cast: DemoCast,
  ) {}

  /** @throws Rejected when a rule refuses: a demo that breaks the rules is wrong */
  async as(username: string, command: AnyCommand, channel = 'counter'): Promise<void> {
    try {
      await this.office.send(command, { actor: this.cast.actor(username), channel, correlationId: v7() });
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      throw new Error(`demo: ${username} ${command.type}: ${error.code} ${JSON.stringify(error.details)}`);
    }
  }

  /** Nine in the morning in China, plus minutes, of a day; what fell due meanwhile happens. */
  async morningOf(day: string, minutes = 0): Promise<void> {
    this.office.clock.standAt(new Date(Date.parse(`${day}T01:00:00.000Z`) + minutes * 60_000).toISOString());
    await this.office.fireTimers();
    await this.office.settle();
  }
}
