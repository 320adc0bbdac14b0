// An expression that names no secret gives an empty token.
import { assertFailure } from '@x/action-harness';
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('fails before any request', () =>
  playSweep(async ({ job, github, seed, run }) => {
    await seed({});
    const swept = await run({ inputs: { 'github-token': '' } });
    expect(assertFailure(swept, { leftovers: () => [] })).toContain('github-token is empty');
    expect(swept.requests).toEqual([]);
    expect(github.requests).toEqual([]);
    expect(job.leftovers()).toHaveLength(2);
  }));
