// RUNNER_DEBUG=1. The harness itself looks for secrets and signatures.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('shows every request with its status when debugging is on', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ debug: true });
    expect(main.stdout).toMatch(/^::debug::create-api-key: POST .* -> 200 /m);
    const post = await job.post({ debug: true });
    expect(post.stdout).toMatch(/^::debug::delete-iam-role: DELETE .* -> 200 /m);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/debugging.txt');
  }));
