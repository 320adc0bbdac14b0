// A step after the mint has set a proxy without its scheme: a failed revocation like any other.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);
const env = { https_proxy: 'me:pass-word@proxy' };

it('fails with the key and its deadline', () =>
  playScenario(action, async (job) => {
    const { outputs } = await job.main();
    const post = await job.post({ env });
    expect(post.exitCode).toBe(1);
    expect(post.annotations).toMatchObject([{ level: 'error' }]);
    const { 'api-key': apiKey, 'key-name': name, 'expires-at': until } = outputs;
    const message = post.annotations[0]?.message;
    for (const fact of [apiKey, name, until, 'https_proxy']) expect(message).toContain(fact);
    expect(post.stdout).not.toContain('pass-word');
    expect(post.summary).toContain('not revoked');
    expect(post.requests).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot(
      'snapshots/post-with-a-proxy-that-is-no-url.txt',
    );
  }));

it('warns if on-revoke-failure is warn', () =>
  playScenario(action, async (job) => {
    const { outputs } = await job.main({ inputs: { 'on-revoke-failure': 'warn' } });
    const post = await job.post({ env });
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.annotations[0]?.message).toContain(outputs['api-key']);
  }));

it('keeps the key if revoke is false, and warns that its use cannot be reported', () =>
  playScenario(action, async (job) => {
    await job.main({ inputs: { revoke: 'false', 'usage-report': 'true' } });
    const post = await job.post({ env });
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.requests).toEqual([]);
  }));
