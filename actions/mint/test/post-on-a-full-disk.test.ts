// The disk is full when the job ends, so the variables cannot be blanked. The key is revoked anyway.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('revokes first, then warns that the variables could not be blanked', () =>
  playScenario(action, async (job) => {
    await job.main();
    const post = await job.post({ brokenFile: { kind: 'ENV', how: 'full' } });
    expect(post.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.annotations[0]?.message).toContain('EXOSCALE_API_SECRET');
    expect(post.summary).toContain('revoked');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/post-on-a-full-disk.txt');
  }));
