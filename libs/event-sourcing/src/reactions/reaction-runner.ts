import type { AnyCommand, CommandEnvelope, CommandResult } from '../decisions/command';
import { Rejected } from '../decisions/rejection';
import type { Message } from '../ports/message-bus.port';
import type { Consumer } from './consumer';

/** Sends a command as the system. */
export type SendCommand = (command: AnyCommand, envelope: CommandEnvelope) => Promise<CommandResult>;

/** The envelope of a command that nobody typed in: its request key makes a replay send nothing twice. */
export const systemEnvelope = (
  name: string,
  requestKey: string,
  origin: { correlationId: string; causationId?: string },
): CommandEnvelope => ({
  actor: { accountId: `system:${name}`, kind: 'system', grants: [] },
  channel: 'system',
  requestKey,
  ...origin,
});

/** Told of a command of the system that a rule refused: not an error of delivery, but worth a look. */
export type OnRefused = (name: string, command: AnyCommand, rejection: Rejected) => void;

/**
 * Sends the commands of one message. A refusal by a rule is final (delivering it again would be refused again); an
 * engine that cannot answer is not, and fails the delivery so that it is tried again.
 */
export async function consumeMessage(
  consumer: Consumer,
  message: Message,
  send: SendCommand,
  onRefused: OnRefused,
): Promise<void> {
  const commands = (await consumer.on[message.type]?.(message.data, message)) ?? [];
  for (const [n, { key = `${n}`, ...command }] of commands.entries()) {
    const origin = { correlationId: message.metadata.$correlationId ?? message.id, causationId: message.id };
    await sendTolerant(
      consumer.name,
      command,
      systemEnvelope(consumer.name, `${consumer.name}/${message.id}/${key}`, origin),
      {
        send,
        onRefused,
      },
    );
  }
}

const RETRYABLE = new Set(['store.busy', 'store.unavailable', 'store.contended']);

export async function sendTolerant(
  name: string,
  command: AnyCommand,
  envelope: CommandEnvelope,
  { send, onRefused }: { send: SendCommand; onRefused: OnRefused },
): Promise<void> {
  try {
    await send(command, envelope);
  } catch (error) {
    if (!(error instanceof Rejected) || RETRYABLE.has(error.code)) throw error;
    onRefused(name, command, error);
  }
}
