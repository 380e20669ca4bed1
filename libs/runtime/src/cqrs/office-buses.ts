import type { AnyCommand, CommandEnvelope, CommandResult } from '@anjuan/event-sourcing';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Office } from '../office/office';
import type { Query } from './query';

/** A command on its way, with all that goes into the events' metadata. */
export interface DispatchedCommand extends AnyCommand {
  readonly envelope: CommandEnvelope;
}

/** Nest's bus routes by class; commands here are plain data, so this one routes by `type`. */
@Injectable()
export class OfficeCommandBus extends CommandBus {
  constructor(
    moduleRef: ModuleRef,
    // Named, since Nest's bus declares its own second parameter and classes inherit that.
    @Inject(Office) private readonly office: Office,
  ) {
    super(moduleRef);
  }

  override execute<R = CommandResult>(command: unknown): Promise<R> {
    const { envelope, type, data } = command as DispatchedCommand;
    return this.office.commands.execute({ type, data }, envelope) as Promise<R>;
  }
}

/** Routes a query by its `type`. */
@Injectable()
export class OfficeQueryBus extends QueryBus {
  constructor(
    moduleRef: ModuleRef,
    // Named, since Nest's bus declares its own second parameter and classes inherit that.
    @Inject(Office) private readonly office: Office,
  ) {
    super(moduleRef);
  }

  override execute<R>(query: unknown): Promise<R> {
    return this.office.queries.execute(query as Query) as Promise<R>;
  }
}
