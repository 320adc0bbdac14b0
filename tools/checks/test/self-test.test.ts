// The self-test, as far as this machine can stand for GitHub's: every job of it but the one that waits for its
// time-out, with an issuer of ours instead of GitHub's.
import { resolve } from 'node:path';

import { runJob, startIssuer, type JobResult, type RunJobOptions } from '@x/local-runner';
import { describe, expect, it } from 'vitest';

import { root } from '../src/repository.ts';

const noLease = 'Nothing of the job is left in the organization.';

function run(job: string, options: Partial<RunJobOptions> = {}): Promise<JobResult> {
  return runJob({
    workflowFile: resolve(root, '.github/workflows/self-test.yml'),
    job,
    workspace: root,
    skippedActions: ['actions/checkout', './.github/actions/setup'],
    checkRunId: '55512345678',
    write: () => undefined,
    ...options,
    github: { repository_id: '42', event_name: 'push', ...options.github },
  });
}

describe('self-test.yml', () => {
  it.each(['mint', 'sealed'])('%s succeeds and leaves nothing', async (job) => {
    const { conclusion, log } = await run(job, { matrix: { os: 'ubuntu-24.04' } });
    expect({ conclusion, log }).toMatchObject({ conclusion: 'success' });
    expect(log).toContain(noLease);
  });

  it('a job that fails leaves nothing', async () => {
    const { conclusion, log } = await run('failing');
    expect(conclusion).toBe('failure');
    expect(log).toContain(noLease);
  });

  it('a job that is cancelled leaves nothing', async () => {
    const controller = new AbortController();
    const { conclusion, log } = await run('cancelled', {
      signal: controller.signal,
      interruptGraceMs: 500,
      write: (text) => {
        if (text.includes('sleep 1200')) controller.abort();
      },
    });
    expect(conclusion).toBe('cancelled');
    expect(log).toContain(noLease);
  });

  it('a job without a stored secret gets its key from the broker', async () => {
    await using issuer = await startIssuer();
    const { conclusion, log } = await run('broker', {
      issuer,
      vars: { SELF_TEST_ISSUER: issuer.url },
    });
    expect({ conclusion, log }).toMatchObject({ conclusion: 'success' });
    expect(log).toContain(noLease);
  });
});
