// An item belongs to the zone that it is made in, unless it belongs to the organization.
import { beforeEach, describe, expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';
import { clientOf, createItem, type Send } from '../support/client.ts';

let send: Send;

beforeEach(() => {
  send = clientOf(createSimulator());
});

describe('an item', () => {
  it('belongs to its zone', async () => {
    const path = await createItem(send, '/v2/instance', { name: 'a' });
    expect((await send('GET', path)).status).toBe(200);
    expect((await send('GET', `/ch-gva-2${path}`)).status).toBe(200);
    const name = path.replace('/v2/', '/v2/reverse-dns/');
    expect((await send('POST', name, { 'domain-name': 'a.example' })).status).toBe(200);
    for (const [method, where] of [
      ['GET', path],
      ['PUT', `${path}:reset`],
      ['DELETE', path],
      ['GET', name],
      ['POST', name],
      ['DELETE', name],
    ] as const) {
      expect((await send(method, `/de-fra-1${where}`)).status).toBe(404);
    }
    expect((await send('GET', '/de-fra-1/v2/instance')).body.instances).toEqual([]);
    expect((await send('GET', '/v2/instance')).body.instances).toHaveLength(1);
  });

  it('belongs to the zone of what it is below', async () => {
    const vpc = await createItem(send, '/v2/vpc', {});
    const subnet = await createItem(send, `${vpc}/subnet`, {});
    expect((await send('GET', subnet)).status).toBe(200);
    expect((await send('GET', `/de-fra-1${subnet}`)).status).toBe(404);
  });

  it.each(['anti-affinity-group', 'dns-domain', 'security-group', 'ai/api-key'])(
    'is known in every zone: %s',
    async (collection) => {
      const { body } = await send('POST', `/v2/${collection}`, { name: 'a' });
      const id = body.reference?.id ?? body.id;
      expect((await send('GET', `/de-fra-1/v2/${collection}/${id}`)).status).toBe(200);
    },
  );
});
