// examples/proxy.yml behind a proxy. What Node does: fetch tunnels plain http too, through the proxy that
// http_proxy names, also to this machine; https_proxy is for https alone.
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from 'vitest';

import { expectNothingLeft, play } from './examples-support.ts';

describe('proxy.yml', () => {
  it('sends every request through the proxy', async () => {
    const proxy = await startProxy();
    const outcome = await play('proxy.yml', { env: { http_proxy: proxy.url } });
    await proxy.close();
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.used).toEqual(['list-instances 200']);
    // Mint, list and revoke are a program each, with at least a connection each.
    expect(proxy.tunnels.length).toBeGreaterThanOrEqual(3);
    expect(new Set(proxy.tunnels)).toEqual(new Set([new URL(outcome.endpoint).host]));
    expectNothingLeft(outcome);
  });

  it('goes past the proxy to hosts that no_proxy names', async () => {
    const proxy = await startProxy();
    const outcome = await play('proxy.yml', {
      env: { http_proxy: proxy.url },
      vars: { NO_PROXY: 'example.org,127.0.0.1' },
    });
    await proxy.close();
    expect(outcome.result.conclusion).toBe('success');
    expect(proxy.tunnels).toEqual([]);
    expectNothingLeft(outcome);
  });

  it('fails where the proxy refuses, and makes nothing', async () => {
    const proxy = await startProxy({ refuse: true });
    const outcome = await play('proxy.yml', { env: { http_proxy: proxy.url } });
    await proxy.close();
    expect(outcome.result.conclusion).toBe('failure');
    expect(outcome.simulator.requests).toEqual([]);
  });
});

interface Proxy {
  readonly url: string;
  /** Host and port of every CONNECT. */
  readonly tunnels: readonly string[];
  readonly close: () => Promise<void>;
}

/** A forward proxy that knows CONNECT alone, on this machine. */
async function startProxy({ refuse = false } = {}): Promise<Proxy> {
  const tunnels: string[] = [];
  const server: Server = createServer((_, response) => response.writeHead(501).end());
  server.on('connect', ({ url = '' }, client) => {
    tunnels.push(url);
    if (refuse) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(`http://${url}`);
    const upstream = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    tunnels,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
