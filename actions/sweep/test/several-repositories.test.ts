// Leases of the whole organization, with a token that does not reach every repository.
import { expect, it } from 'vitest';

import { overJob, withAttempts } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('judges each repository by itself', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const attempt = withAttempts({ jobs: [overJob()] });
    github.repositories.set('octo/site', attempt);
    github.repositories.set('octo/api', attempt);
    github.repositories.set('octo/secret', { ...attempt, access: 'none' });
    await seed(
      { random: 'site' },
      { random: 'api', repository: 'api' },
      { random: 'secret', repository: 'secret' },
    );
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(outcomes(swept)).toEqual({ site: 'revoked', api: 'revoked', secret: 'failed' });
    expect(swept.annotations.at(-1)?.message).toContain('a job of octo/secret');
  }));
