// Another step has put its own key where the minted one was.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('leaves variables alone that another step has changed', () =>
  playScenario(action, async (job) => {
    await job.main();
    const post = await job.post({ env: { EXOSCALE_API_KEY: 'EXOofAnotherStep' } });
    expect(post.env).toEqual({ EXOSCALE_API_SECRET: '', EXOSCALE_API_ENDPOINT: '' });
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/variables-changed-since.txt');
  }));
