import { describe, expect, it } from 'vitest';

import { createOrganization } from '../support/organization.ts';

const circular: Record<string, unknown> = {};
circular['itself'] = circular;

describe('a request that cannot be made', () => {
  it.each([
    ['a name in the query that the header cannot carry', { query: { 'a;b': '1' } }],
    ['a body that holds itself', { body: circular }],
    ['a body that holds a BigInt', { body: { size: 1n } }],
  ])('is refused at once and without a doubt: %s', async (_, request) => {
    const organization = createOrganization();
    await expect(organization.client.request('create-instance', request)).rejects.toMatchObject({
      code: 'ERR_REQUEST_INVALID',
      operation: 'create-instance',
      uncertain: false,
      cause: expect.any(Error),
    });
    expect(organization.simulator.requests).toEqual([]);
    expect(organization.exchanges).toEqual([]);
    expect(organization.sleeps).toEqual([]);
  });

  it('is one with a user agent of two lines too', async () => {
    const { client, simulator } = createOrganization({}, { userAgent: 'one\ntwo' });
    await expect(client.request('list-zones')).rejects.toMatchObject({
      code: 'ERR_REQUEST_INVALID',
      message: expect.not.stringContaining('\n'),
    });
    expect(simulator.requests).toEqual([]);
  });
});
