import { AddressLimit, MAX_FAILURES_OF_ADDRESS, MAX_PENDING_OF_ADDRESS } from './address-limit';

const NOW = '2026-03-02T01:00:00.000Z';
const LATER = '2026-03-02T01:15:00.000Z';

const exhausted = (address: string) => {
  const limit = new AddressLimit();
  for (let n = 0; n < MAX_FAILURES_OF_ADDRESS; n++) limit.admit(address, NOW)(false);
  return limit;
};

describe('the limit of an address', () => {
  it('refuses more failures than its limit, until the window has passed', () => {
    const limit = exhausted('10.0.0.1');
    expect(() => limit.admit('10.0.0.1', NOW)).toThrow('access.too-many-attempts');
    expect(() => limit.admit('10.0.0.1', LATER)).not.toThrow();
  });

  it('leaves other addresses alone', () =>
    expect(() => exhausted('10.0.0.1').admit('10.0.0.2', NOW)).not.toThrow());

  it('does not count successes', () => {
    const limit = new AddressLimit();
    for (let n = 0; n < 2 * MAX_FAILURES_OF_ADDRESS; n++) limit.admit('10.0.0.1', NOW)(true);
    expect(() => limit.admit('10.0.0.1', NOW)).not.toThrow();
  });

  it('refuses a flood of attempts at the same moment', () => {
    const limit = new AddressLimit();
    const ends = Array.from({ length: MAX_PENDING_OF_ADDRESS }, () => limit.admit('10.0.0.1', NOW));
    expect(() => limit.admit('10.0.0.1', NOW)).toThrow('access.too-many-attempts');
    ends[0]?.(true);
    expect(() => limit.admit('10.0.0.1', NOW)).not.toThrow();
  });

  it('counts the addresses of one IPv6 network as one', () => {
    const limit = exhausted('2001:db8:1:2::1');
    expect(() => limit.admit('2001:db8:1:2:9:9:9:9', NOW)).toThrow('access.too-many-attempts');
    expect(() => limit.admit('2001:db8:1:3::1', NOW)).not.toThrow();
  });
});
