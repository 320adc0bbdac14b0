// RUNNER_DEBUG=1 and a refusal: the one case in which a stack trace is wanted.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('shows a stack trace when debugging is on', () =>
  playScenario(action, async (job) => {
    job.simulator.faults.add({
      operation: 'create-iam-role',
      respond: { status: 403, body: { message: 'Forbidden by role policy for iam. Rule index 0' } },
    });
    const main = await job.main({ debug: true });
    expect(assertFailure(main, job)).toContain('does not allow this in class iam');
    expect(main.stdout).toMatch(/^::debug::ExoIamError: .*%0A +at /m);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/debugging-a-failure.txt');
  }));
