import { type Caller, type InputOf, Queries, Route, Validated, Who } from '@anjuan/runtime';
import { Controller } from '@nestjs/common';
import { kinds } from '../filing/filing-operations';

/** What a region offers, as the form needs it. */
@Controller('api/kinds')
export class KindsController {
  constructor(private readonly queries: Queries) {}

  @Route(kinds)
  kinds(@Who() caller: Caller, @Validated() { query }: InputOf<typeof kinds>) {
    return this.queries.ask('GetKinds', query, caller);
  }
}
