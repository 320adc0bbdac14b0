// Everything that was granted was used: there is nothing to suggest.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('suggests nothing when the scope was right', () =>
  playScenario(action, async (job) => {
    const inputs = { operations: 'list-instances', 'usage-report': 'true' };
    await job.main({ inputs });
    const post = await job.post();
    expect(post.summary).toContain('not recorded');
    expect(post.summary).not.toContain('These operations would have been enough');
    await expect(job.transcript()).toMatchFileSnapshot(
      'snapshots/usage-report-of-an-exact-scope.txt',
    );
  }));
