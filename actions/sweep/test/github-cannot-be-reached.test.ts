// Nobody listens there.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('keeps every lease that has a deadline ahead', () =>
  playSweep(async ({ seed, run, outcomes }) => {
    await seed({}, { random: 'late', deadlineIn: -600 });
    // A port below 1024 that nothing uses, so that no other test can be given it.
    const swept = await run({ env: { GITHUB_API_URL: 'http://127.0.0.1:2' } });
    expect(swept.exitCode).toBe(1);
    expect(outcomes(swept)).toEqual({ '0a1b2c3d': 'failed', late: 'revoked' });
    expect(swept.annotations.at(-1)?.message).toContain('ECONNREFUSED 127.0.0.1:2');
  }));
