// Two legs of a matrix have the same GITHUB_JOB.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

const matrix = { os: 'ubuntu-24.04', node: 24, beta: true, include: { a: 1 } };

it('names the leg in summary and description', () =>
  playScenario(
    action,
    async (job) => {
      const main = await job.main();
      expect(main.summary).toContain('(ubuntu-24.04, 24, true)');
      const created = main.requests.find(({ operation }) => operation === 'create-iam-role');
      expect(created?.body).toContain(
        'Made by deploy (ubuntu-24.04, 24, true), run 1234567 of octo/site',
      );
      await job.post();
      await expect(job.transcript()).toMatchFileSnapshot('snapshots/matrix-leg.txt');
    },
    { contexts: { matrix } },
  ));
