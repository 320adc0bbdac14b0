// A runner without summaries: no reason to fail, and none to hide what was found.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('revokes and warns without a summary', () =>
  playSweep(async ({ seed, run, outcomes }) => {
    await seed({ deadlineIn: -600 });
    const swept = await run({ brokenFile: { kind: 'STEP_SUMMARY', how: 'missing' } });
    expect(swept.exitCode).toBe(0);
    expect(outcomes(swept)).toEqual({ '0a1b2c3d': 'revoked' });
    expect(swept.annotations.map(({ level }) => level)).toEqual(['warning']);
  }));
