import { Commands, type Exchange, type InputOf, OfExchange, Route, Validated } from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import * as operations from './filing-operations';

/** Filings in force: changed, extended, proven, cancelled, revoked, put in force again, uploaded. */
@Controller('api/filings')
export class FilingLifeController {
  constructor(private readonly commands: Commands) {}

  @Route(operations.change)
  change(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof operations.change>) {
    return this.commands.send(exchange, { type: 'RequestChange', data: { ...body, ...params } });
  }

  @Route(operations.extension)
  extension(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.extension>,
  ) {
    return this.commands.send(exchange, { type: 'RequestExtension', data: { ...body, ...params } });
  }

  @Route(operations.proof)
  proof(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof operations.proof>) {
    return this.commands.send(exchange, { type: 'SupplyProof', data: params });
  }

  @Route(operations.breach)
  breach(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof operations.breach>) {
    return this.commands.send(exchange, { type: 'RecordBreach', data: { ...body, ...params } });
  }

  @Route(operations.cancel)
  cancel(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof operations.cancel>) {
    return this.commands.send(exchange, { type: 'CancelFiling', data: { ...body, ...params } });
  }

  @Route(operations.revoke)
  revoke(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof operations.revoke>) {
    return this.commands.send(exchange, { type: 'RevokeFiling', data: { ...body, ...params } });
  }

  @Route(operations.reinstate)
  reinstate(
    @OfExchange() exchange: Exchange,
    @Validated() { params, body }: InputOf<typeof operations.reinstate>,
  ) {
    return this.commands.send(exchange, { type: 'ReinstateFiling', data: { ...body, ...params } });
  }

  /** The upload has a stream of its own: an `If-Match` that was seen of the filing says nothing about it. */
  @Route(operations.uploadRetry)
  async uploadRetry(
    @OfExchange() exchange: Exchange,
    @Validated() { params }: InputOf<typeof operations.uploadRetry>,
  ) {
    const item = { id: params.filingId, command: { type: 'RetryUpload', data: params } };
    const [outcome] = await this.commands.sendEach(exchange, [item]);
    if (outcome && 'rejection' in outcome) throw outcome.rejection;
    return outcome?.result;
  }
}
