// The proxy refuses connections: the error names the host that was wanted, and proxies.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { openProxy } from './support/proxy.ts';

const action = new URL('..', import.meta.url);

it('names the host and mentions the proxy', () =>
  playScenario(action, async (job) => {
    const proxy = await openProxy();
    await proxy.close();
    const main = await job.main({
      env: { https_proxy: proxy.url },
      inputs: { endpoint: '', zone: 'ch-gva-2' },
    });
    const message = assertFailure(main, job);
    expect(message).toContain('api-ch-gva-2.exoscale.com');
    expect(message).toContain('https_proxy');
    expect(main.requests).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/proxy-is-down.txt');
  }));
