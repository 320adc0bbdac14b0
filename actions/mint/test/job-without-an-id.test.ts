// GitHub Enterprise Server gives jobs no id; the runner's own stands in for it.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('names the job by its tracking id', () =>
  playScenario(
    action,
    async (job) => {
      const main = await job.main();
      expect(main.outputs['key-name']).toContain('.t6f1c52cf.');
      await job.post();
      await expect(job.transcript()).toMatchFileSnapshot('snapshots/job-without-an-id.txt');
    },
    { contexts: { job: { check_run_id: '' } } },
  ));
