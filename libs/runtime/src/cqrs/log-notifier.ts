import { categoryOf } from '@anjuan/event-sourcing';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { Office } from '../office/office';

/** Told to in-process listeners after read models took events in; carries no data, so it can be lost without harm. */
export class LogAdvanced {
  constructor(
    readonly categories: readonly string[],
    readonly position: bigint,
  ) {}
}

/** Nest's EventBus neither waits, orders nor retries, so it only carries notifications. */
@Injectable()
export class LogNotifier implements OnModuleInit, OnModuleDestroy {
  private stop: () => void = () => {};

  constructor(
    private readonly office: Office,
    private readonly events: EventBus,
  ) {}

  onModuleInit(): void {
    this.stop = this.office.onAdvance((events, position) => {
      if (events.length === 0) return;
      this.events.publish(
        new LogAdvanced([...new Set(events.map(({ stream }) => categoryOf(stream)))], position),
      );
    });
  }

  onModuleDestroy(): void {
    this.stop();
  }
}
