// The API does not come back in time: somebody has to know what is left, and for how long.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('says what is left and until when it works', () =>
  playScenario(action, async (job) => {
    const main = await job.main();
    // A wait that is longer than post has ends it at once; without it, post tries for two minutes.
    const respond = {
      status: 503,
      headers: { 'retry-after': '3600' },
      body: { message: 'Service unavailable' },
    };
    job.simulator.faults.add({ times: Infinity, respond });
    const post = await job.post();
    expect(post.exitCode).toBe(1);
    const { 'api-key': apiKey, 'key-name': name, 'expires-at': until } = main.outputs;
    expect(post.annotations).toMatchObject([{ level: 'error' }]);
    const [annotation] = post.annotations;
    for (const fact of [apiKey, name, until]) expect(annotation?.message).toContain(fact);
    expect(post.stdout).not.toMatch(/(?:\n|%0A) +at /);
    expect(post.env).toMatchObject({ EXO_LEASE_API_IS_AWAY: 'true' });
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/post-while-api-stays-down.txt');
  }));
