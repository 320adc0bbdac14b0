// A self-hosted network reaches the API through a proxy only.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { openProxy } from './support/proxy.ts';

const action = new URL('..', import.meta.url);

it('sends every request through the proxy', () =>
  playScenario(action, async (job) => {
    const proxy = await openProxy();
    const env = { http_proxy: proxy.url, https_proxy: proxy.url };
    const main = await job.main({ env });
    expect(main.exitCode).toBe(0);
    const post = await job.post({ env });
    expect(post.exitCode).toBe(0);
    const [endpoint] = new Set(proxy.tunnels);
    expect(main.stdout + post.stdout).not.toContain(proxy.url);
    expect(endpoint).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(job.leftovers()).toEqual([]);
    await proxy.close();
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/through-a-proxy.txt');
  }));
