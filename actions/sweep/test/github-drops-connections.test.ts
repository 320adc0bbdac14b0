// Nothing comes back: after five requests in a row that failed, repeats included, GitHub is not asked again.
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it('gives up after five failures in a row, and keeps every lease', () =>
  playSweep(async ({ github, seed, run }) => {
    github.refuse({ reply: 'drop' });
    const runIds = Array.from({ length: 30 }, (_, index) => `${index + 1}`);
    await seed(...runIds.map((runId) => ({ runId, random: `of${runId}` })));
    const swept = await run();
    expect(swept.exitCode).toBe(1);
    expect(swept.outputs).toMatchObject({ revoked: '0', failed: '30' });
    // Three times each, and seven others were under way.
    expect(github.requests.length).toBeGreaterThanOrEqual(15);
    expect(github.requests.length).toBeLessThanOrEqual(36);
  }));
