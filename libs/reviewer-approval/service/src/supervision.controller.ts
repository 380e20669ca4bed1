import type { CommandResult } from '@anjuan/event-sourcing';
import {
  type BatchItem,
  type Caller,
  Commands,
  type Exchange,
  type InputOf,
  OfExchange,
  Office,
  problemsOf,
  Queries,
  Route,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { type BatchAnswer, supervisionOperations as operations } from './supervision-operations';

type Answer = Promise<CommandResult>;

/** The supervisor's side: assignment, corrections, sampling; and many reviews at once. */
@Controller('api/reviews')
export class SupervisionController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
    private readonly office: Office,
  ) {}

  @Route(operations.samples)
  samples(@Who() caller: Caller, @Validated() { query }: InputOf<typeof operations.samples>) {
    return this.queries.ask('FindSamples', query, caller);
  }

  @Route(operations.workload)
  workload(@Who() caller: Caller) {
    return this.queries.ask('ReviewerWorkload', {}, caller);
  }

  @Route(operations.claimBatch)
  claimBatch(
    @OfExchange() exchange: Exchange,
    @Validated() { body }: InputOf<typeof operations.claimBatch>,
  ): Promise<BatchAnswer> {
    return this.each(
      exchange,
      body.reviews.map(({ reviewId, revision }) => ({
        id: reviewId,
        command: { type: 'ClaimReview', data: { reviewId } },
        expectedRevision: revision,
      })),
    );
  }

  @Route(operations.assignBatch)
  assignBatch(
    @OfExchange() exchange: Exchange,
    @Validated() { body }: InputOf<typeof operations.assignBatch>,
  ): Promise<BatchAnswer> {
    const { reviews, reviewerId } = body;
    return this.each(
      exchange,
      reviews.map(({ reviewId, revision }) => ({
        id: reviewId,
        command: { type: 'AssignReview', data: { reviewId, reviewerId } },
        expectedRevision: revision,
      })),
    );
  }

  @Route(operations.assign)
  assign(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.assign>,
  ): Answer {
    return this.commands.send(exchange, { type: 'AssignReview', data: { ...body, ...params } });
  }

  @Route(operations.exclude)
  exclude(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.exclude>,
  ): Answer {
    return this.commands.send(exchange, { type: 'ExcludeFromReview', data: { ...body, ...params } });
  }

  @Route(operations.correct)
  correct(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.correct>,
  ): Answer {
    return this.commands.send(exchange, { type: 'CorrectDecision', data: { ...body, ...params } });
  }

  @Route(operations.sample)
  sample(
    @OfExchange() exchange: Exchange,
    @Validated() { params }: InputOf<typeof operations.sample>,
  ): Answer {
    return this.commands.send(exchange, { type: 'SampleReview', data: params });
  }

  @Route(operations.sampleResult)
  sampleResult(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.sampleResult>,
  ): Answer {
    return this.commands.send(exchange, { type: 'RecordSampleResult', data: { ...body, ...params } });
  }

  private async each(exchange: Exchange, items: readonly BatchItem[]): Promise<BatchAnswer> {
    const problems = problemsOf(this.office);
    const outcomes = await this.commands.sendEach(exchange, items);
    return {
      results: outcomes.map((sent) =>
        'result' in sent
          ? { reviewId: sent.id, outcome: 'done', revision: sent.result.revision }
          : {
              reviewId: sent.id,
              outcome: 'refused',
              problem: problems.ofRejection(sent.rejection, exchange.request.id),
            },
      ),
    };
  }
}
