import { describe, expect, it } from 'vitest';

import { parseAuthorization, signRequest } from '../src/index.ts';
import { signRequestSync } from '../src/node/index.ts';

const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' };
const request = { method: 'GET', url: 'https://api-ch-gva-2.exoscale.com/v2/instance' };

describe.each([
  ['signRequest', signRequest],
  ['signRequestSync', async (...args: Parameters<typeof signRequest>) => signRequestSync(...args)],
])('%s', (_, sign) => {
  it('is valid for 600 seconds unless told otherwise', async () => {
    const header = await sign(request, credentials, { now: () => 1_000_999 });
    expect(parseAuthorization(header).expires).toBe(1600);
  });

  it('takes a lifetime', async () => {
    const header = await sign(request, credentials, { lifetimeSeconds: 5, now: () => 1_000_000 });
    expect(parseAuthorization(header).expires).toBe(1005);
  });

  it('prefers an expiry to a lifetime', async () => {
    const header = await sign(request, credentials, { expires: 7, lifetimeSeconds: 5 });
    expect(parseAuthorization(header).expires).toBe(7);
  });

  it('reads the clock of the machine by default', async () => {
    const before = Math.floor(Date.now() / 1000) + 600;
    const { expires } = parseAuthorization(await sign(request, credentials));
    expect(expires).toBeGreaterThanOrEqual(before);
    expect(expires).toBeLessThanOrEqual(Math.floor(Date.now() / 1000) + 600);
  });

  it.each([
    ['an empty key', { apiKey: '', apiSecret: 'secret' }],
    ['an empty secret', { apiKey: 'EXOkey', apiSecret: '' }],
    ['no secret', { apiKey: 'EXOkey' } as never],
    ['no key', { apiSecret: 'secret' } as never],
  ])('refuses %s', async (_case, incomplete) => {
    await expect(sign(request, incomplete)).rejects.toMatchObject({
      code: 'ERR_CREDENTIALS_INVALID',
    });
  });

  it('refuses a lifetime that gives no whole second', async () => {
    await expect(sign(request, credentials, { lifetimeSeconds: 0.5 })).rejects.toMatchObject({
      code: 'ERR_EXPIRES_INVALID',
    });
  });

  it('keeps the secret out of its errors', async () => {
    const secretive = { apiKey: 'EXOkey\n', apiSecret: 'hidden' };
    await expect(sign(request, secretive)).rejects.toMatchObject({
      message: expect.not.stringMatching(/hidden|EXOkey/),
    });
  });
});
