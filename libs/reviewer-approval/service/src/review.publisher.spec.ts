import { reviewTopic } from '@anjuan/contracts';
import { internal, type JsonObject } from '@anjuan/event-sourcing';
import { reviewEvents } from '@anjuan/reviewer-approval-domain';
import { reviewPublisher } from './review.publisher';
import { ReviewOffice } from './review-office.fixture';

/** The messages of a review as consumers get them: computed from the stored events. */
async function messagesOf(office: ReviewOffice, reviewId: string) {
  const { log } = office.test.office;
  const stored = await office.test.office.engines.store.readStream(`review-${reviewId}`, {});
  return stored.flatMap((event) => {
    const { event: opened, meta } = log.openWithoutPersonal(event);
    const publish = reviewPublisher.publish[opened.type];
    const message = typeof publish === 'function' ? publish(opened.data, meta) : undefined;
    return message ? [message] : [];
  });
}

describe('what is published of reviews', () => {
  let office: ReviewOffice;
  beforeAll(async () => {
    office = await ReviewOffice.open();
  }, 60_000);
  afterAll(() => office.close());

  it('fits its contract, is keyed by the filing, and holds no opinion', async () => {
    const submitted = await office.submit({ completion: 'two-levels' });
    await office.act('reviewer-1', submitted, 'claim');
    await office.act('reviewer-1', submitted, 'first-pass', { opinion: '王小明材料齐全' });
    await office.act('reviewer-2', submitted, 'recheck-return', { opinion: '王小明日期不符' });
    await office.act('reviewer-1', submitted, 'first-pass', { opinion: '王小明已更正' });
    await office.act('reviewer-2', submitted, 'recheck-approval', { opinion: '王小明同意' });
    const correction = { outcome: 'reject', reasonCode: 'WRONG_PERSON', opinion: '王小明审错人' };
    await office.act('supervisor-1', submitted, 'correction', correction);
    const messages = await messagesOf(office, submitted.reviewId);
    expect(messages.map(({ type }) => type)).toEqual([
      'ReviewOpened',
      'ReviewClaimed',
      'FirstReviewPassed',
      'RecheckReturned',
      'FirstReviewPassed',
      'ReviewApproved',
      'DecisionCorrected',
    ]);
    const contract: Readonly<Record<string, { parse: (data: JsonObject) => unknown }>> = reviewTopic.messages;
    for (const { type, key, data } of messages) {
      expect(contract[type]?.parse(data)).toEqual(data);
      expect(key).toBe(submitted.filingId);
    }
    expect(JSON.stringify(messages)).not.toContain('王小明');
  });

  it('names every event, published or internal', () => {
    expect(Object.keys(reviewPublisher.publish).sort()).toEqual(Object.keys(reviewEvents).sort());
    expect(reviewPublisher.publish.SampleResultRecorded).toBe(internal);
  });
});
