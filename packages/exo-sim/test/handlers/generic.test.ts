import { operations } from '@x/exo-operations';
import { describe, expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';
import { clientOf } from '../support/client.ts';

const simulator = createSimulator();
const send = clientOf(simulator);

describe('every operation of the catalogue', () => {
  // Those that keep state refuse an empty request, which is an answer too.
  it.each(operations)('$name is known at $method $path', async ({ name, method, path }) => {
    const reply = await send(method, `/v2${path.replace(/\{[^}]+\}/g, 'x')}`);
    expect(simulator.requests.at(-1)?.operation).toBe(name);
    expect([200, 400, 403, 404]).toContain(reply.status);
  });
});

describe('an operation without state', () => {
  it('answers an operation when it is asynchronous', async () => {
    expect((await send('DELETE', '/v2/dbaas-integration/s-1')).body).toEqual({
      id: expect.any(String),
      state: 'success',
      reference: {
        id: 's-1',
        link: '/v2/dbaas-integration/s-1',
        command: 'delete-dbaas-integration',
      },
    });
    const escaped = await send('DELETE', '/v2/dbaas-integration/a%2Fb%20c');
    expect(escaped.body.reference).toMatchObject({
      id: 'a/b c',
      link: '/v2/dbaas-integration/a%2Fb%20c',
    });
    const { body } = await send('POST', '/v2/dbaas-integration', {});
    expect(body.reference.link).toBe(`/v2/dbaas-integration/${body.reference.id}`);
  });

  it.each([
    ['/v2/snapshot', { snapshots: [] }],
    ['/v2/ai/instance-type', { 'instance-types': [] }],
    ['/v2/sks-cluster-deprecated-resources/c-1', []],
    ['/v2/dbaas-integration/s-1', { id: 's-1' }],
    ['/v2/quota/x', { resource: 'simulated', usage: 0, limit: 0 }],
    ['/v2/dbaas-settings-pg', { settings: expect.any(Object) }],
  ])('answers %s with %j', async (path, expected) => {
    expect((await send('GET', path)).body).toEqual(expected);
  });

  it('gives a date to what it pretends to have done', async () => {
    const { body: key } = await send('POST', '/v2/kms-key', {});
    const { body } = await send('POST', `/v2/kms-key/${key.id}/rotate`, {});
    expect(Date.parse(body.rotation['next-at'])).not.toBeNaN();
  });
});
