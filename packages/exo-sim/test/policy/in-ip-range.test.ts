import { describe, expect, it } from 'vitest';

import { inIpRange } from '../../src/policy/in-ip-range.ts';

describe('inIpRange', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24', true],
    ['203.0.114.7', '203.0.113.0/24', false],
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.8', '203.0.113.7', false],
    ['203.0.113.7', '203.0.113.6/31', true],
    ['203.0.113.6', '203.0.113.6/31', true],
    ['203.0.113.8', '203.0.113.6/31', false],
    ['203.0.113.5', '203.0.113.6/31', false],
    ['2001:db8::2', '2001:db8::/127', false],
    ['2001:db8::1', '2001:db8::/32', true],
    ['2001:db8::1', '2001:db8::1', true],
    ['2001:db8::1', '203.0.113.0/24', false],
    ['203.0.113.7', '0.0.0.0/0', true],
  ])('%s in %s: %s', (address, range, expected) => {
    expect(inIpRange(address, range)).toBe(expected);
  });

  it.each(['203.0.113.0/', '203.0.113.0/33', 'nonsense', ''])('throws for %s', (range) => {
    expect(() => inIpRange('203.0.113.7', range)).toThrow(Error);
  });
});
