// The runner's folder of command files was cleaned up by a step. The key is revoked anyway.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('revokes first, then warns that the variables could not be blanked', () =>
  playScenario(action, async (job) => {
    await job.main();
    const post = await job.post({ brokenFile: { kind: 'ENV', how: 'missing' } });
    expect(post.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.summary).toContain('revoked');
  }));
