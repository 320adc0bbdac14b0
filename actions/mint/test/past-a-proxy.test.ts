// The host of the API is in no_proxy.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { openProxy } from './support/proxy.ts';

const action = new URL('..', import.meta.url);

it('goes past a proxy that no_proxy excludes', () =>
  playScenario(action, async (job) => {
    const proxy = await openProxy();
    const env = { http_proxy: proxy.url, no_proxy: '127.0.0.1' };
    const main = await job.main({ env });
    expect(main.exitCode).toBe(0);
    await job.post({ env });
    expect(proxy.tunnels).toEqual([]);
    await proxy.close();
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/past-a-proxy.txt');
  }));
