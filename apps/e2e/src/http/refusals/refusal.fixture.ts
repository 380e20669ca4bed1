import { FilingCase } from '../filing-case.fixture';
import type { Answer, Call, HttpOffice } from '../http-office.fixture';
import type { Who } from '../people.fixture';

/** The one request that is refused. */
export interface LastRequest {
  readonly who: Who;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly call?: Call;
}

/** A request that is refused while something goes on, and what ends that. */
export interface Meanwhile {
  readonly run: () => Promise<Answer>;
  readonly after?: () => Promise<void>;
}

/** Prepares all that is needed, then says which request must be refused: by then nothing may be recorded any more. */
export type Provoke = (office: HttpOffice) => Promise<LastRequest | Meanwhile>;

/** How codes are provoked. */
export type Refusals = Readonly<Record<string, Provoke>>;

export const NOBODYS_ID = '00000000-0000-4000-8000-0000000000ff';

/** A request that needs no preparation. */
export const plain =
  (who: Who, method: LastRequest['method'], path: string, call: Call = {}): Provoke =>
  async () => ({ who, method, path, call });

/** A step of a filing, at the revision that it has. */
export const lastStep = async (
  filing: FilingCase,
  step: string,
  body?: object,
  { who = filing.clerk, method = 'POST' }: Partial<Pick<LastRequest, 'who' | 'method'>> = {},
): Promise<LastRequest> => ({
  who,
  method,
  path: `${filing.path}/${step}`,
  call: { body, ifMatch: await filing.etag() },
});

/** A decision on the filing's newest review, at the revision that it has. */
export async function lastDecision(
  filing: FilingCase,
  step: string,
  body?: object,
  who: Who = filing.who('reviewer'),
): Promise<LastRequest> {
  const { reviewId, revision } = await filing.review();
  return { who, method: 'POST', path: `reviews/${reviewId}/${step}`, call: { body, ifMatch: revision } };
}
