import type { AnyCommand, CommandResult } from '@anjuan/event-sourcing';
import {
  AccessLog,
  type Caller,
  Commands,
  type Exchange,
  etagOf,
  type InputOf,
  OfExchange,
  purposeOf,
  Queries,
  Route,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { reviewOperations as operations } from './review-operations';
import type { ReviewPage } from './review-schemas';

type Answer = Promise<CommandResult>;
type Detail = { readonly revision: number; readonly insuredRegion: string };

/** The reviewer's desk: the queue, one case, and every decision about it. */
@Controller('api/reviews')
export class ReviewController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly accessLog: AccessLog,
  ) {}

  @Route(operations.find)
  find(@Who() caller: Caller, @Validated() { query }: InputOf<typeof operations.find>): Promise<ReviewPage> {
    return this.queries.ask('FindReviews', query, caller);
  }

  @Route(operations.search)
  async search(
    @Who() caller: Caller,
    @OfExchange() { request }: Exchange,
    @Validated() { body }: InputOf<typeof operations.search>,
  ): Promise<ReviewPage> {
    const purpose = purposeOf(request);
    await this.accessLog.record(caller, { action: 'search', subject: 'review', text: body.search, purpose });
    return this.queries.ask('FindReviews', body, caller);
  }

  @Route(operations.counts)
  counts(@Who() caller: Caller) {
    return this.queries.ask('CountReviews', {}, caller);
  }

  @Route(operations.ofFiling)
  ofFiling(@Who() caller: Caller, @Validated() { params }: InputOf<typeof operations.ofFiling>) {
    return this.queries.ask('ReviewsOfFiling', params, caller);
  }

  @Route(operations.get)
  async get(
    @Who() caller: Caller,
    @OfExchange() { request, reply }: Exchange,
    @Validated() { params }: InputOf<typeof operations.get>,
  ): Promise<Detail> {
    const details = await this.queries.ask<Detail>('GetReview', params, caller);
    await this.accessLog.record(caller, {
      action: 'view',
      subject: `review-${params.reviewId}`,
      area: details.insuredRegion,
      purpose: purposeOf(request),
    });
    reply.header('etag', etagOf(details.revision));
    return details;
  }

  @Route(operations.claim)
  claim(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof operations.claim>): Answer {
    return this.send(exchange, { type: 'ClaimReview', data: params });
  }

  @Route(operations.release)
  release(
    @OfExchange() exchange: Exchange,
    @Validated() { params }: InputOf<typeof operations.release>,
  ): Answer {
    return this.send(exchange, { type: 'ReleaseReview', data: params });
  }

  @Route(operations.conflict)
  conflict(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.conflict>,
  ): Answer {
    return this.send(exchange, { type: 'DeclareConflict', data: { ...body, ...params } });
  }

  @Route(operations.complete)
  complete(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.complete>,
  ): Answer {
    return this.send(exchange, { type: 'CompleteInOneVisit', data: { ...body, ...params } });
  }

  @Route(operations.firstPass)
  firstPass(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.firstPass>,
  ): Answer {
    return this.send(exchange, { type: 'PassFirstReview', data: { ...body, ...params } });
  }

  @Route(operations.supplement)
  supplement(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.supplement>,
  ): Answer {
    return this.send(exchange, { type: 'RequestSupplement', data: { ...body, ...params } });
  }

  @Route(operations.approve)
  approve(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.approve>,
  ): Answer {
    return this.send(exchange, { type: 'ApproveReview', data: { ...body, ...params } });
  }

  @Route(operations.reject)
  reject(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.reject>,
  ): Answer {
    return this.send(exchange, { type: 'RejectReview', data: { ...body, ...params } });
  }

  @Route(operations.recheckApprove)
  recheckApprove(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.recheckApprove>,
  ): Answer {
    return this.send(exchange, { type: 'RecheckApprove', data: { ...body, ...params } });
  }

  @Route(operations.recheckReturn)
  recheckReturn(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.recheckReturn>,
  ): Answer {
    return this.send(exchange, { type: 'RecheckReturn', data: { ...body, ...params } });
  }

  private send(exchange: Exchange, command: AnyCommand): Answer {
    return this.commands.send(exchange, command);
  }
}
