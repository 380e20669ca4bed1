import { randomUUID } from 'node:crypto';
import {
  openTestOffice,
  provisionAccount,
  type Role,
  signInTo,
  type TestAnswer,
  type TestClient,
  type TestOffice,
} from '@anjuan/runtime';
import { areas, calendarOf, neighbours, type Said, say, submission } from './neighbours.fixture';
import { reviewIdOf } from './review-id';
import { reviewerApproval } from './reviewer-approval.context';
import { ReviewerApprovalModule } from './reviewer-approval.module';

const PASSWORD = 'Standing-2026';
const people: readonly (readonly [string, Role, string])[] = [
  ['clerk-1', 'clerk', '440100'],
  ['clerk-2', 'clerk', '440100'],
  ['reviewer-1', 'reviewer', '440100'],
  ['reviewer-2', 'reviewer', '440100'],
  ['foreign-1', 'reviewer', '350200'],
  ['supervisor-1', 'supervisor', '440000'],
  ['supervisor-2', 'supervisor', '440000'],
];

/** A filing and its review, as `submit` made them. */
export interface Submitted {
  readonly filingId: string;
  readonly reviewId: string;
  readonly url: string;
}

/** An office with reviewer-approval, its neighbours' messages, and people who can sign in. */
export class ReviewOffice {
  private readonly clients = new Map<string, TestClient>();

  private constructor(readonly test: TestOffice) {}

  static async open(): Promise<ReviewOffice> {
    const test = await openTestOffice({
      contexts: [neighbours, reviewerApproval],
      modules: [ReviewerApprovalModule],
    });
    for (const [accountId, role, area] of people) {
      const grants = [{ role, area }];
      await provisionAccount(test.office, {
        accountId,
        username: accountId,
        displayName: accountId,
        grants,
        password: PASSWORD,
      });
    }
    const opened = new ReviewOffice(test);
    await opened.say(areas, calendarOf(1, []));
    return opened;
  }

  say(...sayings: readonly Said[]): Promise<void> {
    return say(this.test.office, ...sayings);
  }

  settle(): Promise<void> {
    return this.test.office.settle();
  }

  /** Submits a new filing and waits for its review. */
  async submit(more: Partial<Extract<Said, { type: 'FilingSubmitted' }>['data']> = {}): Promise<Submitted> {
    const filingId = randomUUID();
    await this.say(submission(filingId, more));
    return this.reviewOf(filingId);
  }

  reviewOf(filingId: string, number = 1): Submitted {
    const reviewId = reviewIdOf(filingId, number);
    return { filingId, reviewId, url: `/api/reviews/${reviewId}` };
  }

  async as(username: string): Promise<TestClient> {
    const known = this.clients.get(username) ?? (await signInTo(this.test, username, PASSWORD));
    this.clients.set(username, known);
    return known;
  }

  async get(username: string, url: string): Promise<TestAnswer> {
    return (await this.as(username)).send('GET', url);
  }

  /** Sends a command about a review at the revision it has. */
  async act(
    username: string,
    { url, reviewId }: Submitted,
    path: string,
    body?: object,
  ): Promise<TestAnswer> {
    const { head } = await this.test.office.log.load(`review-${reviewId}`);
    const match = { 'if-match': `"${head.revision}"` };
    const answer = await (await this.as(username)).send('POST', `${url}/${path}`, body, match);
    await this.settle();
    return answer;
  }

  close(): Promise<void> {
    return this.test.close();
  }
}
