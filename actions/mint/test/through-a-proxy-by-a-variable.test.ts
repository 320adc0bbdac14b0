// What the warning advises where Node is older: it uses the proxy from its start.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { openProxy } from './support/proxy.ts';

const action = new URL('..', import.meta.url);

it('uses the proxy when Node was told to by NODE_USE_ENV_PROXY', () =>
  playScenario(action, async (job) => {
    const proxy = await openProxy();
    const env = { http_proxy: proxy.url, NODE_USE_ENV_PROXY: '1' };
    const main = await job.main({ env });
    const post = await job.post({ env });
    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    expect([main.annotations, post.annotations]).toEqual([[], []]);
    expect(proxy.tunnels).not.toEqual([]);
    expect(job.leftovers()).toEqual([]);
    await proxy.close();
    await expect(job.transcript()).toMatchFileSnapshot(
      'snapshots/through-a-proxy-by-a-variable.txt',
    );
  }));
