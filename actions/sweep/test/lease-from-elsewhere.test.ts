// A lease of the command line or of another CI has no run that GitHub could know.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('leaves leases that no GitHub job minted to their deadline, without a lookup', () =>
  playSweep(async ({ github, seed, run, outcomes }) => {
    const names = [
      { runId: '0', jobId: 'local' },
      { runId: '1e3' },
      { runId: '90071992547409931' },
      { runAttempt: '0' },
      { repository: '..' },
    ];
    await seed(...names.map((name, index) => ({ ...name, random: `of${index}` })));
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(Object.values(outcomes(swept))).toEqual(names.map(() => 'kept'));
    expect(github.requests).toEqual([]);
  }));
