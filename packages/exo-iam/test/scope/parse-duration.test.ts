import { describe, expect, it } from 'vitest';

import { parseTtl } from '../../src/scope/parse-duration.ts';

describe('parseTtl', () => {
  it.each([
    ['60', 60],
    ['90s', 90],
    ['15m', 900],
    [' 1h ', 3600],
    ['2 h', 7200],
    ['24h', 86_400],
    ['86400', 86_400],
  ])('%j is %i seconds', (text, seconds) => {
    expect(parseTtl(text)).toBe(seconds);
  });

  it.each([
    '',
    'soon',
    '1d',
    '-5m',
    '1.5h',
    '1h30m',
    '0',
    '59s',
    '25h',
    '86401',
    '9999999999',
    '1e3',
  ])('refuses %j', (text) => {
    expect(() => parseTtl(text)).toThrowError(
      expect.objectContaining({
        code: 'ERR_DURATION_INVALID',
        field: 'ttl',
        message: expect.stringContaining('Expected 60 seconds to 24 hours'),
      }),
    );
  });
});
