// A self-hosted network reaches the API through a proxy only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { openApiBehindProxy } from './support/behind-proxy.ts';

const action = new URL('..', import.meta.url);

it.each([
  ['told by the action', {}],
  ['told by NODE_USE_ENV_PROXY', { NODE_USE_ENV_PROXY: '1' }],
])('sends every request through the proxy, %s', (_, more) =>
  playScenario(action, async (job) => {
    const folder = mkdtempSync(join(tmpdir(), 'proxy-'));
    const proxy = await openApiBehindProxy(job.endpoint, folder);
    const env = { ...proxy.env, ...more };
    const inputs = { endpoint: '', zone: 'ch-gva-2' };
    const main = await job.main({ env, inputs });
    expect(main.exitCode).toBe(0);
    const post = await job.post({ env, inputs });
    expect(post.exitCode).toBe(0);
    expect([...new Set(proxy.tunnels)]).toEqual(['api-ch-gva-2.exoscale.com:443']);
    expect(main.stdout + post.stdout).not.toContain(proxy.url);
    expect(job.leftovers()).toEqual([]);
    await proxy.close();
    rmSync(folder, { recursive: true });
  }),
);
