import { describe, expect, it } from 'vitest';

import { createClient } from '../../src/client/create-client.ts';
import { createOrganization } from '../support/organization.ts';

describe('createClient', () => {
  it.each([
    ['api-key', { apiKey: '', apiSecret: 'secret' }],
    ['api-secret', { apiKey: 'EXOkey', apiSecret: '' }],
  ])('says that %s is missing', (field, credentials) => {
    expect(() => createClient({ credentials })).toThrowError(
      expect.objectContaining({ code: 'ERR_CREDENTIALS_MISSING', field }),
    );
  });

  it.each(['EXOkey\n', 'EXOk€y', 'EXOkey,signed-query-args=a'])(
    'refuses a key that no header can carry, and does not repeat it: %j',
    (apiKey) => {
      expect(() => createClient({ credentials: { apiKey, apiSecret: 'secret' } })).toThrowError(
        expect.objectContaining({
          name: 'ExoIamError',
          code: 'ERR_CREDENTIALS_INVALID',
          field: 'api-key',
          message: expect.not.stringContaining(apiKey),
        }),
      );
    },
  );

  it('calls any operation of the catalogue', async () => {
    const { client } = createOrganization();
    expect(await client.request('list-instances')).toEqual({ instances: [] });
  });

  it('calls an operation that the catalogue does not have', async () => {
    const { client } = createOrganization();
    const operation = { name: 'list-access-keys', method: 'GET', path: '/access-key' } as const;
    await expect(client.request(operation)).resolves.toHaveProperty('access-keys');
  });

  it('signs what it puts into path and query', async () => {
    const { client, simulator } = createOrganization();
    const request = { path: { 'sos-bucket': 'a/b' }, query: { key: 'c d+e' } };
    const presign = {
      name: 'presign',
      method: 'GET',
      path: '/sos/{sos-bucket}/presigned-url',
    } as const;
    await client.request(presign, request);
    expect(simulator.requests[0]).toMatchObject({
      path: '/v2/sos/a%2Fb/presigned-url',
      query: 'key=c+d%2Be',
      status: 200,
    });
  });

  it('refuses an operation it does not know', async () => {
    const { client } = createOrganization();
    await expect(client.request('list-everything')).rejects.toMatchObject({
      code: 'ERR_OPERATION_UNKNOWN',
    });
    await expect(client.request('list-instnces')).rejects.toMatchObject({
      code: 'ERR_OPERATION_UNKNOWN',
      message: expect.stringContaining('did you mean list-instances'),
    });
  });

  it.each([{}, { id: '' }, { id: '.' }, { id: '..' }])(
    'refuses a path that would address the collection: %j',
    async (path) => {
      const { client } = createOrganization();
      await expect(client.request('delete-api-key', { path })).rejects.toMatchObject({
        code: 'ERR_PARAMETER_MISSING',
        field: 'id',
      });
    },
  );

  it('works at another endpoint too', async () => {
    const { client, simulator } = createOrganization();
    await client.at('https://api-at-vie-1.exoscale.com/v2').request('list-instances');
    expect(simulator.requests[0]).toMatchObject({ zone: 'at-vie-1', status: 200 });
  });
});
