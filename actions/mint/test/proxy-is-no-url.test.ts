// A proxy without its scheme. The value is not quoted: it may hold a password.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a proxy that is no URL', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ env: { https_proxy: 'http://me:pass word@[proxy' } });
    expect(assertFailure(main, job)).toContain('https_proxy');
    expect(main.stdout).not.toContain('pass word');
    expect(main.requests).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/proxy-is-no-url.txt');
  }));
