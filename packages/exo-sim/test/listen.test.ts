import { once } from 'node:events';
import { connect } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSimulator, listen, type Listener, type Simulator } from '../src/index.ts';
import { clientOf, createItem } from './support/client.ts';
import { sign } from './support/sign.ts';

let simulator: Simulator;
let listener: Listener;

beforeEach(async () => {
  simulator = createSimulator({ allowEmptyPolicy: true });
  listener = await listen(simulator);
});

afterEach(async () => {
  await listener.close();
});

async function send(method: string, path: string, body?: string): Promise<Response> {
  const url = listener.url + path;
  const expires = Math.floor(Date.now() / 1000) + 60;
  const authorization = sign({ method, url, body, ...simulator.parentKey, expires });
  return fetch(url, { method, headers: { authorization }, ...(body !== undefined && { body }) });
}

describe('over a socket', () => {
  it('serves the default zone and every other one, and says where', async () => {
    expect(listener.endpoint).toBe(`${listener.url}/v2`);
    expect(listener.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${listener.endpoint}/zone`);
    const { zones } = (await response.json()) as { zones: { 'api-endpoint': string }[] };
    expect(zones.map((zone) => zone['api-endpoint'])).toContain(`${listener.url}/de-fra-1/v2`);
    expect((await send('GET', '/de-fra-1/v2/instance')).status).toBe(200);
    expect(simulator.requests.at(-1)).toMatchObject({ zone: 'de-fra-1' });
  });

  it('verifies the path exactly as it was sent', async () => {
    for (const name of ['some key', 'a/b~c']) {
      await createItem(clientOf(simulator), '/v2/ssh-key', { name });
    }
    expect((await send('GET', '/v2/ssh-key/some%20key')).status).toBe(200);
    expect((await send('GET', '/v2/ssh-key/a%2Fb~c')).status).toBe(200);
  });

  it('takes a body and tells policies the address it came from', async () => {
    expect((await send('POST', '/v2/iam-role', '{"name":"ä"}')).status).toBe(200);
    expect(simulator.state.events[0]).toMatchObject({
      'source-ip': '127.0.0.1',
      'body-params': { name: 'ä' },
    });
  });

  it('answers 413 to a body that is too large, and lives on', async () => {
    const response = await send('POST', '/v2/iam-role', 'x'.repeat(3 * 1024 * 1024));
    expect(response.status).toBe(413);
    expect((await send('GET', '/v2/iam-role')).status).toBe(200);
  });

  it('destroys the socket of a dropped connection', async () => {
    simulator.faults.add({ dropConnection: 'after' });
    await expect(send('POST', '/v2/iam-role', '{"name":"a"}')).rejects.toThrow(TypeError);
    expect([...simulator.state.roles.values()].map(({ name }) => name)).toContain('a');
  });

  it('stops waiting for a client that is gone', async () => {
    const client = new AbortController();
    simulator.faults.add({ delayMs: 600_000 });
    const pending = fetch(`${listener.endpoint}/zone`, { signal: client.signal });
    while (simulator.requests.length === 0) await new Promise(setImmediate);
    client.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    expect((await send('GET', '/v2/instance')).status).toBe(200);
  });

  it('survives a client that leaves in the middle of a body', async () => {
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST /v2/iam-role HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n{');
    socket.destroy();
    await once(socket, 'close');
    expect((await send('GET', '/v2/instance')).status).toBe(200);
  });
});

describe('listen', () => {
  it('puts an IPv6 address in brackets', async () => {
    const other = await listen(createSimulator(), { host: '::1' });
    expect(other.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    await other.close();
  });

  it.each(['', 'fe80::1%eth0', '127.0.0.1:80', 'a b'])(
    'refuses the host %j, which no URL can name',
    async (host) => {
      await expect(listen(createSimulator(), { host })).rejects.toMatchObject({
        code: 'ERR_INVALID_OPTION',
      });
    },
  );

  it('rejects when the port is taken', async () => {
    const port = Number(new URL(listener.url).port);
    await expect(listen(createSimulator(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('rejects a second close', async () => {
    const other = await listen(createSimulator());
    await other.close();
    await expect(other.close()).rejects.toMatchObject({ code: 'ERR_SERVER_NOT_RUNNING' });
  });
});
