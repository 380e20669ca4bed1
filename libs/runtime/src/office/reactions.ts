import type { BusConsumer, RunningProcess } from '@anjuan/event-sourcing';
import { consumeMessage, type OnRefused } from '@anjuan/event-sourcing';
import type { Office } from './office';

/** Everything that answers events with commands: consumers of messages and process managers. */
export class Reactions {
  private consumers: BusConsumer[] = [];
  private processes: RunningProcess[] = [];

  constructor(private readonly office: Office) {}

  async start(): Promise<void> {
    const { office } = this;
    const onRefused: OnRefused = (name, command, rejection) =>
      office.logger.refused(name, command.type, rejection.code);
    for (const context of office.contexts) {
      for (const consumer of context.consumers(office.toolsOf())) {
        const running = office.bus.consume({ group: consumer.name, topics: consumer.topics }, (message) =>
          consumeMessage(consumer, message, office.send, onRefused),
        );
        this.consumers.push(running);
      }
      for (const process of context.processes) {
        const checkpoint = await office.engines.models.live({
          name: `process-${process.category.toLowerCase()}`,
          version: 1,
          indexes: [],
        });
        const { store } = office.engines;
        const { feed, send } = office;
        const now = () => office.clock.now();
        const running = process.run({
          store,
          log: office.logOf(context),
          feed,
          checkpoint,
          send,
          onRefused,
          now,
        });
        await running.start();
        this.processes.push(running);
      }
    }
  }

  /** Resolves when all messages up to now were handled and all process managers have seen the newest event. */
  async settle(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.caughtUp()));
    const last = await this.office.engines.store.lastPosition();
    await Promise.all(this.processes.map((process) => process.reached(last, 60_000)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
    await Promise.all(this.processes.map((process) => process.stop()));
  }
}
