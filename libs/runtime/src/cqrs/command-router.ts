import type { AnyCommand, CommandEnvelope, CommandHandler, CommandResult } from '@anjuan/event-sourcing';

/** Finds the handler of a command by its `type`, since commands are plain data. */
export class CommandRouter {
  private readonly routes = new Map<string, CommandHandler>();

  /** @throws when two deciders take the same command */
  route(types: readonly string[], handler: CommandHandler): void {
    for (const type of types) {
      if (this.routes.has(type)) throw new Error(`two handlers for the command ${type}`);
      this.routes.set(type, handler);
    }
  }

  readonly execute = (command: AnyCommand, envelope: CommandEnvelope): Promise<CommandResult> => {
    const handler = this.routes.get(command.type);
    return handler
      ? handler(command, envelope)
      : Promise.reject(new Error(`no handler for the command ${command.type}`));
  };
}
