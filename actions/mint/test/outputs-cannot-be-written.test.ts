// The runner's files cannot be written: nothing is minted, or what was minted dies.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it.each(['ENV', 'OUTPUT', 'STATE'] as const)('mints nothing without the file of %s', (kind) =>
  playScenario(action, async (job) => {
    const main = await job.main({ brokenFile: { kind, how: 'missing' } });
    expect(assertFailure(main, job)).toContain(`GITHUB_${kind}`);
    expect(main.requests).toEqual([]);
  }),
);

it.each(['ENV', 'OUTPUT'] as const)('revokes at once when the disk is full for %s', (kind) =>
  playScenario(action, async (job) => {
    const main = await job.main({
      inputs: { revoke: 'false' },
      brokenFile: { kind, how: 'full' },
    });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining('ENOSPC') as string },
    ]);
    expect(main.stdout.match(/^::add-mask::/gm)).toHaveLength(2);
    expect(job.leftovers()).toEqual([]);
    await job.post();
    expect(job.leftovers()).toEqual([]);
  }),
);
