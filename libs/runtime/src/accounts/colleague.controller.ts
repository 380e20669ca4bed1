import { areaCodeSchema } from '@anjuan/contracts';
import { Controller } from '@nestjs/common';
import { z } from 'zod';
import type { Caller } from '../access/caller';
import { Who } from '../http/command-sender';
import { type InputOf, operation, Validated } from '../http/input';
import { Route } from '../http/operation';
import { Office } from '../office/office';
import { AccountDirectory } from './account-directory';
import type { AccountState } from './account-state';

const MOST_IDS = 100;

const response = z.object({ rows: z.array(z.object({ accountId: z.string(), displayName: z.string() })) });

const names = operation({
  method: 'GET',
  path: 'names',
  summary: 'Names of accounts by id, for cases and histories that tell who acted; unknown ids are left out',
  access: 'signed-in',
  query: z.strictObject({
    ids: z
      .string()
      .max(8_000)
      .transform((text) => text.split(','))
      .pipe(z.array(z.string().regex(/^[\w.:-]{1,100}$/)).max(MOST_IDS))
      .describe(`up to ${MOST_IDS} ids, separated by commas`),
  }),
  response,
});

const reviewers = operation({
  method: 'GET',
  path: 'reviewers',
  summary: 'Who may review in an insured region: whom a review there can be assigned to',
  access: 'review:assign',
  query: z.strictObject({ area: areaCodeSchema }),
  response,
});

const nameOf = ({ accountId, displayName }: AccountState) => ({ accountId, displayName });

/** Who one works with: names only. What an account may do is for administrators. */
@Controller('api/colleagues')
export class ColleagueController {
  constructor(
    private readonly office: Office,
    private readonly directory: AccountDirectory,
  ) {}

  @Route(names)
  names(@Validated() { query: { ids } }: InputOf<typeof names>) {
    return { rows: ids.flatMap((id) => this.directory.find(id) ?? []).map(nameOf) };
  }

  @Route(reviewers)
  reviewers(@Who() caller: Caller, @Validated() { query: { area } }: InputOf<typeof reviewers>) {
    caller.requireAnyArea('review:assign', [area]);
    const able = this.directory
      .all()
      .filter(({ status, kind }) => status === 'active' && kind === 'person')
      .filter((each) => this.office.policy.allows(each, 'review:work', area));
    return { rows: able.map(nameOf) };
  }
}
