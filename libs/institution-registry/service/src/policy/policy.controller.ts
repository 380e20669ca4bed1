import {
  type Caller,
  Commands,
  type Exchange,
  etagOf,
  type InputOf,
  OfExchange,
  Queries,
  Route,
  Validated,
  Who,
} from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import {
  comparePolicy,
  discardDraft,
  draftPolicy,
  getPolicy,
  listPolicies,
  publishPolicy,
  resolvedPolicy,
  withdrawVersion,
} from './policy.operations';

@Controller('api/policies')
export class PolicyController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: Queries,
  ) {}

  @Route(listPolicies)
  list(@Who() caller: Caller, @Validated() { query }: InputOf<typeof listPolicies>) {
    return this.queries.ask('FindPolicies', query, caller);
  }

  @Route(getPolicy)
  async detail(
    @OfExchange() exchange: Exchange,
    @Who() caller: Caller,
    @Validated() { params }: InputOf<typeof getPolicy>,
  ) {
    const policy = await this.queries.ask<{ revision: number }>('GetPolicy', params, caller);
    exchange.reply.header('etag', etagOf(policy.revision));
    return policy;
  }

  @Route(resolvedPolicy)
  resolved(@Who() caller: Caller, @Validated() { params, query }: InputOf<typeof resolvedPolicy>) {
    return this.queries.ask('ResolvePolicy', { ...params, ...query }, caller);
  }

  @Route(comparePolicy)
  compare(@Who() caller: Caller, @Validated() { params, query }: InputOf<typeof comparePolicy>) {
    return this.queries.ask('ComparePolicies', { ...params, ...query }, caller);
  }

  @Route(draftPolicy)
  draft(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof draftPolicy>) {
    return this.commands.send(exchange, { type: 'DraftPolicy', data: { ...body, ...params } });
  }

  @Route(discardDraft)
  discard(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof discardDraft>) {
    return this.commands.send(exchange, { type: 'DiscardPolicyDraft', data: params });
  }

  @Route(publishPolicy)
  publish(@OfExchange() exchange: Exchange, @Validated() { params }: InputOf<typeof publishPolicy>) {
    return this.commands.send(exchange, { type: 'PublishPolicy', data: params });
  }

  @Route(withdrawVersion)
  withdraw(@OfExchange() exchange: Exchange, @Validated() { params, body }: InputOf<typeof withdrawVersion>) {
    return this.commands.send(exchange, { type: 'WithdrawPolicyVersion', data: { ...params, ...body } });
  }
}
