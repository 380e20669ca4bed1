import { ERASED } from '@anjuan/event-sourcing';
import { maskedId } from './masked-id';

describe('a masked ID number', () => {
  it.each([
    ['11010119900307123X', '1101**********123X'],
    ['E12345678', 'E1*****78'],
    ['AB12', '****'],
    [ERASED, ERASED],
  ])('of %s is %s', (idNumber, masked) => {
    expect(maskedId(idNumber)).toBe(masked);
  });
});
