// The plain way: a key for the job, taken back when it ends.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('mints a key and revokes it', () =>
  playScenario(action, async (job) => {
    const main = await job.main();
    expect(main.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([
      `key ${main.outputs['key-name']}`,
      `role ${main.outputs['key-name']}`,
    ]);
    expect(main.env).toEqual({
      EXOSCALE_API_KEY: main.outputs['api-key'],
      EXOSCALE_API_SECRET: main.outputs['api-secret'],
      EXOSCALE_API_ENDPOINT: job.endpoint,
    });

    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/mints-and-revokes.txt');
  }));
