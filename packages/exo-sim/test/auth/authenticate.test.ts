import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import { clientOf } from '../support/client.ts';
import { sign } from '../support/sign.ts';

const url = 'https://api-ch-gva-2.exoscale.com/v2/instance';
let clock: number;
let simulator: Simulator;

beforeEach(() => {
  clock = 1_000_000;
  simulator = createSimulator({ now: () => clock });
});

async function get(authorization?: string): Promise<unknown> {
  const response = await simulator.fetch(url, authorization ? { headers: { authorization } } : {});
  return { status: response.status, body: await response.json() };
}

const signed = (over: object = {}): string =>
  sign({ method: 'GET', url, ...simulator.parentKey, expires: 1000, ...over });

describe('docs/signing.md 7', () => {
  it('lets a good signature through, up to the very second it expires', async () => {
    expect(await get(signed())).toEqual({ status: 200, body: { instances: [] } });
  });

  it('refuses the signature a millisecond later', async () => {
    clock += 1;
    expect(await get(signed())).toMatchObject({ status: 403 });
  });

  it('refuses a wrong secret and an unknown key in the same words', async () => {
    const refusal = { status: 403, body: { message: 'Invalid request signature' } };
    expect(await get(signed({ apiSecret: 'wrong' }))).toEqual(refusal);
    expect(await get(signed({ apiKey: 'EXOunknown' }))).toEqual(refusal);
  });

  it('refuses a missing and a malformed header', async () => {
    expect(await get()).toMatchObject({ status: 403 });
    expect(await get('Bearer token')).toMatchObject({ status: 403 });
  });

  it('refuses a signature made for another method, path or body', async () => {
    expect(await get(signed({ method: 'POST' }))).toMatchObject({ status: 403 });
    expect(await get(signed({ url: `${url}/x` }))).toMatchObject({ status: 403 });
    expect(await get(signed({ body: '{}' }))).toMatchObject({ status: 403 });
  });
});

describe('list-zones', () => {
  it('is public', async () => {
    const response = await simulator.fetch('https://api-ch-gva-2.exoscale.com/v2/zone');
    expect(response.status).toBe(200);
  });

  it('is judged like any other call once it is signed', async () => {
    const { apiKey } = simulator.parentKey;
    const send = clientOf(simulator, { apiKey, apiSecret: 'wrong' });
    expect(await send('GET', '/v2/zone')).toMatchObject({ status: 403 });
  });
});
