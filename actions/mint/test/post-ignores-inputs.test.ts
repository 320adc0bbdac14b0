// Inside nested composite actions the runner hands post the inputs of another step
// (actions/runner issue 2030): only the state counts.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('revokes from its state, whatever the inputs say', () =>
  playScenario(action, async (job) => {
    await job.main();
    const wrong = {
      'api-key': 'EXOother',
      'api-secret': 'other-secret',
      endpoint: 'no URL',
      ttl: '?',
    };
    const post = await job.post({ inputs: wrong });
    expect(post.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/post-ignores-inputs.txt');
  }));
