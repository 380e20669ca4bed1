import { AppendRefused } from '@anjuan/event-sourcing';
import { booked, bookingRequest, check, clubEvent, record } from '@anjuan/testing';
import { appendCommand } from './append-command';

describe('an append to KurrentDB', () => {
  const event = booked(9);

  it.each([
    ['a stream of the server', '$settings'],
    ['a stream that keeps a request', 'request-1'],
    ['a stream without a category', '-1'],
  ])('is refused for %s', (_, stream) => {
    expect(() => appendCommand([record(stream, event)], [check(stream)])).toThrow(AppendRefused);
  });

  it.each([
    ['a revision before no stream', [check('court-1', -2)]],
    ['a fraction of a revision', [check('court-1', 0.5)]],
    ['one stream at two revisions', [check('court-1', 0), check('court-1', 1)]],
    ['names that differ by case only, which the server takes for one', [check('court-1'), check('COURT-1')]],
  ])('is refused when it expects %s', (_, checks) => {
    expect(() => appendCommand([record('court-1', event)], checks)).toThrow(AppendRefused);
  });

  it('is refused when it is larger than a message of the server', () => {
    const picture = clubEvent('PictureTaken', { picture: 'x'.repeat(16 * 1024 * 1024) });
    expect(() => appendCommand([record('court-1', picture)], [check('court-1')])).toThrow(AppendRefused);
  });

  it('takes the same check twice as one', () => {
    const { checks } = appendCommand([record('court-1', event)], [check('court-1'), check('court-1')]);
    expect(checks).toEqual(new Map([['court-1', -1]]));
  });

  it('carries its request as the first record, in a stream of its own that must not exist', () => {
    const request = bookingRequest('ann');
    const { sent, sentChecks, records, checks } = appendCommand(
      [record('court-1', event)],
      [check('court-1', 3)],
      request,
    );
    const [first, ...others] = sent;
    expect(others).toEqual(records);
    expect(first?.stream).toMatch(/^request-[0-9a-f]{64}$/);
    expect(first?.event.data).toEqual(request);
    expect(sentChecks.get(first?.stream ?? '')).toBe(-1);
    expect(checks).toEqual(new Map([['court-1', 3]]));
  });

  it('gives the record of a request the same id when it is sent again, and another for other events', () => {
    const request = bookingRequest('ann');
    const idFor = (first: typeof event) =>
      appendCommand([record('court-1', first)], [check('court-1')], request).sent[0]?.event.id;
    expect(idFor(event)).toBe(idFor(event));
    expect(idFor(event)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idFor(event)).not.toBe(idFor(booked(9)));
  });
});
