// The job has an older key where Terraform looks first.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('warns of variables that Terraform prefers', () =>
  playScenario(action, async (job) => {
    const env = { EXOSCALE_KEY: 'EXOolder', EXOSCALE_SECRET: 'an older secret' };
    const main = await job.main({ env });
    expect(main.exitCode).toBe(0);
    expect(main.annotations).toMatchObject([{ level: 'warning' }]);
    expect(main.annotations[0]?.message).toContain('EXOSCALE_KEY and EXOSCALE_SECRET');
    await job.post({ env });
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/stale-terraform-variables.txt');
  }));
