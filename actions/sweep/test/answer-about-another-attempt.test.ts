// A proxy may mix up responses. A response about another attempt does not count.
import { expect, it } from 'vitest';

import { minutesAgo } from './support/jobs.ts';
import { playSweep } from './support/play-sweep.ts';

it('keeps the lease when GitHub speaks of another attempt', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const body = { id: 1234567, run_attempt: 2, status: 'completed', updated_at: minutesAgo(60) };
    github.refuse({ path: /attempts\/1$/, reply: { status: 200, body } });
    await seed({ jobId: 't6f1c52cf' });
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(outcomes(swept)).toEqual({ '0a1b2c3d': 'failed' });
  }));
