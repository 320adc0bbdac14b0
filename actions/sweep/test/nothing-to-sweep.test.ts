// Most sweeps find nothing.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('says so, and succeeds', () =>
  playSweep(async ({ run, story }) => {
    const swept = await run();
    expect(swept.exitCode).toBe(0);
    expect(swept.outputs).toEqual({ revoked: '0', due: '0', kept: '0', failed: '0', report: '[]' });
    expect(swept.annotations).toEqual([]);
    await expect(story()).toMatchFileSnapshot('snapshots/nothing-to-sweep.txt');
  }));
