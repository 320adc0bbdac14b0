// What answers at the input `broker` is not trusted with where the key is used.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { assertFailure, playScenario } from '@x/action-harness';
import { seal } from '@x/seal';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

const payload = {
  v: 1,
  key: 'EXOimpostor',
  secret: 'secret-of-an-impostor',
  zone: 'ch-gva-2',
  endpoint: 'https://api-ch-gva-2.exoscale.com/v2',
  name: 'exo-broker.1',
  'expires-at': '9999-12-31T23:59:59Z',
  holder: { kind: 'github-job' },
} as const;

it.each([
  ['endpoint', 'https://api.evil.example.com/v2'],
  ['endpoint', 'http://api-ch-gva-2.exoscale.com/v2'],
  ['endpoint', 'https://api-ch-gva-2.exoscale.com@evil.example.com/v2'],
  ['zone', 'x.evil.example.com/'],
])('a lease with the %s %s is not handed out, and is ended', (member, value) =>
  playScenario(action, async (job) => {
    const asked: string[] = [];
    const server = createServer(async (request, response) => {
      asked.push(request.method ?? '');
      const { recipient } = JSON.parse((await text(request)) || '{}') as { recipient?: string };
      response.statusCode = recipient === undefined ? 200 : 201;
      const { key, name, 'expires-at': until } = payload;
      const sealed = recipient && (await seal({ ...payload, [member]: value }, recipient));
      const lease = { id: 'x', key, name, 'expires-at': until, sealed, 'revoke-token': 'elt_x' };
      response.end(JSON.stringify(sealed ? lease : { state: 'revoked' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const broker = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const inputs = { 'api-key': '', 'api-secret': '', endpoint: '', broker };
    const main = await job.main({ inputs, env: { EXO_LEASE_ID_TOKEN: 't' } });
    server.close();
    expect(assertFailure(main, job)).toMatch(/endpoint|zone/);
    expect(asked).toEqual(['POST', 'DELETE']);
    expect([main.env, main.outputs, main.requests]).toEqual([{}, {}, []]);
  }),
);
