// The sweep is cancelled while GitHub is silent.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('ends at once and revokes nothing more', () =>
  playSweep(async ({ job, github, seed, run }) => {
    github.refuse({ reply: 'hang' });
    await seed({}, { random: 'late', deadlineIn: -600, parts: 'key' });
    const interrupt = { signal: 'SIGINT', during: 'delete-api-key', takesEffect: true } as const;
    const swept = await run({ interrupt });
    expect(swept.exitCode).toBe(1);
    expect(swept.annotations).toMatchObject([{ level: 'error' }]);
    expect(swept.annotations[0]?.message).toContain('cancelled (SIGINT)');
    expect(job.leftovers()).toHaveLength(2);
  }));
