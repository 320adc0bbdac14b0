import { describe, expect, it } from 'vitest';

import { runSteps } from '../support/run-steps.ts';

describe('a step', () => {
  it('may fail when it says so', async () => {
    const { steps, conclusion, log } = await runSteps(
      `
- id: may
  continue-on-error: \${{ vars.MAY == 'yes' }}
  run: exit 1
- run: echo "\${{ steps.may.outcome }} then \${{ steps.may.conclusion }}"
`,
      { vars: { MAY: 'yes' } },
    );
    expect(conclusion).toBe('success');
    expect(steps[0]).toMatchObject({ outcome: 'failure', conclusion: 'success' });
    expect(log).toContain('failure then success');
    expect(log).toContain('(continue-on-error)');
  });

  it.each([
    "env: { A: '${{ nonsense }}' }\n  run: echo never",
    'run: echo ${{ nonsense.x }}',
    'if: nonsense\n  run: echo never',
    "if: secrets.A != ''\n  run: echo never",
    'timeout-minutes: soon\n  run: echo never',
    'timeout-minutes: 0\n  run: echo never',
    'name: ${{ nonsense }}\n  run: exit 1',
    'continue-on-error: ${{ nonsense }}\n  run: exit 1',
  ])('fails when it cannot be evaluated: %j', async (step) => {
    const { steps, annotations } = await runSteps(`- ${step}\n- if: always()\n  run: 'true'`);
    expect(steps.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success']);
    expect(annotations[0]?.level).toBe('error');
  });

  it('is stopped when its time is up, and its post still runs', async () => {
    // The limit holds for post too, which has to start within it on a busy machine.
    const { steps, conclusion, log } = await runSteps(`
- uses: ./actions/probe
  timeout-minutes: 0.05
  with: { main: await sleep(60_000), post: console.log('post ran') }
- if: failure()
  run: echo "after \${{ job.status }}"
`);
    expect(conclusion).toBe('failure');
    expect(steps.map(({ outcome }) => outcome)).toEqual(['failure', 'success', 'success']);
    expect(log).toContain('has timed out after 0.05 minutes');
    expect(log).toContain('post ran');
    expect(log).toContain('after failure');
  });

  it('takes the steps of a composite action along when its time is up', async () => {
    const { log, steps } = await runSteps(`
- uses: ./actions/nested
  timeout-minutes: 0.005
  with: { who: "'); await sleep(60_000); ('" }
`);
    expect(steps[0]?.outcome).toBe('failure');
    expect(log).not.toMatch(/^ +inner always$/m);
  });
});
