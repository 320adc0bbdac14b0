// Checks and explains; makes nothing.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('makes nothing in a dry run', () =>
  playScenario(action, async (job) => {
    const inputs = {
      'dry-run': 'true',
      operations: 'list-zones, reset-instance',
      tags: 'dns:read',
    };
    const main = await job.main({ inputs });
    expect(main.exitCode).toBe(0);
    expect(main.requests).toEqual([]);
    expect([main.state, main.env]).toEqual([{}, {}]);
    expect(Object.keys(main.outputs)).toEqual(['method', 'enforced-by', 'policy']);
    const post = await job.post();
    expect(post.requests).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/dry-run.txt');
  }));
