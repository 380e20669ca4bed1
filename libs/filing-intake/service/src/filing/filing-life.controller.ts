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

  @Route(operations.uploadRetry)
  uploadRetry(
    @OfExchange() exchange: Exchange,
    @Validated() { params }: InputOf<typeof operations.uploadRetry>,
  ) {
    return this.commands.send(exchange, { type: 'RetryUpload', data: params });
  }
}
