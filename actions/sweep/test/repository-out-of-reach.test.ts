// 404 is also what someone without access gets, so it proves nothing.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('keeps the lease and fails when the repository cannot be read', () =>
  playSweep(async ({ job, github, seed, run, story }) => {
    github.repositories.set('octo/site', { access: 'none' });
    await seed({});
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(swept.outputs).toMatchObject({ revoked: '0', kept: '0', failed: '1' });
    expect(job.leftovers()).toHaveLength(2);
    expect(swept.annotations.at(-1)?.message).toContain('actions: read');
    await expect(story()).toMatchFileSnapshot('snapshots/repository-out-of-reach.txt');
  }));
