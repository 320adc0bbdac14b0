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

describe('the headers of a request', () => {
  it.each([
    ['list-iam-roles', {}, {}],
    ['create-api-key', { body: {} }, { 'content-type': 'application/json' }],
    // The only one that is sent without a signature.
    ['list-zones', {}, { authorization: undefined }],
  ])('of %s are these and no others', async (operation, request, differing) => {
    const sent: Headers[] = [];
    const { client } = createOrganization(
      {},
      {
        userAgent: 'test/1',
        fetch: async (_url, init) => {
          sent.push(new Headers(init?.headers));
          return new Response('{}', { headers: { 'content-type': 'application/json' } });
        },
      },
    );
    await client.request(operation, request);
    const usual = {
      accept: 'application/json',
      'user-agent': 'test/1',
      authorization: expect.stringMatching(/^EXO2-HMAC-SHA256 credential=EXO/),
    };
    const expected = Object.entries({ ...usual, ...differing }).filter(([, value]) => value);
    expect(sent.map((headers) => Object.fromEntries(headers))).toEqual([
      Object.fromEntries(expected),
    ]);
  });
});
