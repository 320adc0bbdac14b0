// The proxy refuses to connect: nothing can have been made, and trying again would change nothing.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('names the host and mentions the proxy', () =>
  playScenario(action, async (job) => {
    const server = createServer();
    let refused = 0;
    server.on('connect', (_request, socket) => {
      refused += 1;
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const main = await job.main({
      env: { https_proxy: url },
      inputs: { endpoint: '', zone: 'ch-gva-2' },
    });
    const message = assertFailure(main, job);
    expect(message).toContain('api-ch-gva-2.exoscale.com');
    expect(message).toContain('403');
    expect(refused).toBe(1);
    server.close();
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.stdout).toContain('Nothing to revoke');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/proxy-refuses.txt');
  }));
