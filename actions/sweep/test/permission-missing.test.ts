// The token sees the repository, and not its runs.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('keeps the lease, fails, and names the permission', () =>
  playSweep(async ({ job, github, seed, run, story }) => {
    github.repositories.set('octo/site', { access: 'metadata' });
    await seed({});
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(job.leftovers()).toHaveLength(2);
    expect(swept.annotations.at(-1)?.message).toMatch(
      /403: Resource not accessible.*actions: read/,
    );
    await expect(story()).toMatchFileSnapshot('snapshots/permission-missing.txt');
  }));
