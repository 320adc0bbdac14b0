// The endpoint is on this machine: a proxy would see signatures and the minted secret in the clear.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { openProxy } from './support/proxy.ts';

const action = new URL('..', import.meta.url);

it.each([
  ['without a word', {}],
  ['although no_proxy names another host', { no_proxy: 'other.example' }],
  ['although Node was told to use it', { NODE_USE_ENV_PROXY: '1' }],
])('never sends a request to this machine through a proxy, %s', (_, more) =>
  playScenario(action, async (job) => {
    const proxy = await openProxy();
    const env = { http_proxy: proxy.url, ...more };
    const main = await job.main({ env });
    expect(main.exitCode).toBe(0);
    await job.post({ env });
    expect(proxy.tunnels).toEqual([]);
    expect(job.leftovers()).toEqual([]);
    await proxy.close();
  }),
);
