import { describe, expect, it } from 'vitest';

import { connectionFailure } from '../../src/client/connection-failure.ts';

const request = {
  operation: 'list-api-keys',
  url: new URL('https://api-ch-gva-2.exoscale.com/v2'),
};

describe('connectionFailure', () => {
  it("finds the system's code however deep it is", () => {
    const system = Object.assign(new Error('connect'), { code: 'ENOTFOUND' });
    const cause = new TypeError('fetch failed', {
      cause: new Error('every address', { cause: system }),
    });
    expect(connectionFailure({ ...request, cause })).toMatchObject({
      error: {
        code: 'ERR_UNREACHABLE',
        uncertain: false,
        message: expect.stringContaining('ENOTFOUND'),
      },
      failure: { systemCode: 'ENOTFOUND' },
    });
  });

  it('does without', () => {
    expect(connectionFailure({ ...request, cause: new TypeError('fetch failed') })).toMatchObject({
      error: { code: 'ERR_UNREACHABLE', uncertain: true },
      failure: {},
    });
  });

  it('tells a time-out apart', () => {
    expect(connectionFailure({ ...request, cause: undefined, limitMs: 10_000 })).toMatchObject({
      error: {
        code: 'ERR_TIMEOUT',
        uncertain: true,
        message: expect.stringContaining('within 10 s'),
      },
      failure: {},
    });
  });
});
