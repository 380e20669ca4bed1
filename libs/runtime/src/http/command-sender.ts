import {
  type AnyCommand,
  type CommandEnvelope,
  type CommandResult,
  type JsonObject,
  Rejected,
} from '@anjuan/event-sourcing';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { accessRejections } from '../access/access-rejections';
import type { Caller } from '../access/caller';
import { Office } from '../office/office';
import { httpRejections } from './http-rejections';
import type { OfficeRequest } from './request-context';

/** The caller of a route that asks for one. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<OfficeRequest>();
  return request.office?.caller ?? accessRejections.reject('access.sign-in-required');
});

/** Request and reply of a command, as `Commands.send` needs them. */
export interface Exchange {
  readonly request: OfficeRequest;
  readonly reply: FastifyReply;
}

/** Gives a controller's method what `Commands.send` needs. */
export const OfExchange = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest<OfficeRequest>(), reply: http.getResponse<FastifyReply>() };
});

/** One command of a batch, with what tells it from the others. */
export interface BatchItem {
  readonly id: string;
  readonly command: AnyCommand;
  readonly expectedRevision?: number;
}

/** What came of one command of a batch. */
export type BatchOutcome =
  | { readonly id: string; readonly result: CommandResult }
  | { readonly id: string; readonly rejection: Rejected };

const KEY = /^[\x21-\x7e]{8,200}$/;
const ETAG = /^(?:W\/)?"(-?\d{1,9})"$/;

/** Sends the commands of controllers: envelope from the request, `ETag` and `Position` to the reply. */
@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly office: Office,
  ) {}

  /**
   * @param channel how the case came in, `counter` when left out
   * @param digested what tells a repeat from another request under the same key, when the command holds something random
   */
  async send(
    exchange: Exchange,
    command: AnyCommand,
    channel = 'counter',
    digested: JsonObject = command.data,
  ): Promise<CommandResult> {
    const { request, reply } = exchange;
    const envelope = this.envelopeOf(request, { type: command.type, data: digested }, channel);
    const result = await this.bus.execute<AnyCommand & { envelope: CommandEnvelope }, CommandResult>({
      ...command,
      envelope,
    });
    reply.header('etag', etagOf(result.revision)).header('position', result.position);
    return result;
  }

  /**
   * Sends several commands, each for itself: one that is refused does not hold the others up. Each has the batch's
   * `Idempotency-Key` with its own id, so a repeated batch goes on where it stopped.
   */
  async sendEach(
    exchange: Exchange,
    items: readonly BatchItem[],
    channel = 'counter',
  ): Promise<BatchOutcome[]> {
    const { request, reply } = exchange;
    const outcomes: BatchOutcome[] = [];
    for (const { id, command, expectedRevision } of items) {
      const { requestKey, ...envelope } = this.envelopeOf(request, { ...command }, channel);
      const own = { expectedRevision, requestKey: requestKey && `${requestKey}/${id}` };
      try {
        const sent = { ...command, envelope: { ...envelope, ...own } };
        const result = await this.bus.execute<typeof sent, CommandResult>(sent);
        reply.header('position', result.position);
        outcomes.push({ id, result });
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        outcomes.push({ id, rejection: error });
      }
    }
    return outcomes;
  }

  private envelopeOf(request: OfficeRequest, digested: JsonObject, channel: string): CommandEnvelope {
    const actor = request.office?.actor ?? accessRejections.reject('access.sign-in-required');
    const requestKey = headerOf(request, 'idempotency-key');
    if (requestKey !== undefined && !KEY.test(requestKey)) httpRejections.reject('request.key-malformed');
    return {
      actor,
      channel,
      correlationId: request.id,
      requestKey,
      bodyDigest: requestKey === undefined ? undefined : this.office.requestDigest(digested),
      expectedRevision: revisionOf(headerOf(request, 'if-match')),
    };
  }
}

/** Asks the queries of controllers. */
@Injectable()
export class Queries {
  constructor(private readonly bus: QueryBus) {}

  ask<R>(type: string, data: unknown, caller: Caller): Promise<R> {
    return this.bus.execute<{ type: string }, R>({ type, data, caller } as { type: string });
  }
}

/** A revision as an entity tag. */
export const etagOf = (revision: number): string => `"${revision}"`;

function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const match = ETAG.exec(ifMatch);
  return match ? Number(match[1]) : httpRejections.reject('request.if-match-malformed');
}

const headerOf = (request: OfficeRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};
