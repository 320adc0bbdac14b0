import { describe, expect, it } from 'vitest';

import { fixtures, runSteps } from '../support/run-steps.ts';

describe('a run step', () => {
  it('runs in the workspace with the environment of a job', async () => {
    const result = await runSteps(
      `
- id: here
  run: |
    echo "cwd=$PWD" >> "$GITHUB_OUTPUT"
    echo "ids=$GITHUB_REPOSITORY $GITHUB_REPOSITORY_OWNER $GITHUB_RUN_ID $GITHUB_RUN_ATTEMPT $GITHUB_JOB $GITHUB_ACTION" >> "$GITHUB_OUTPUT"
    echo "refs=$GITHUB_REF $GITHUB_REF_NAME $GITHUB_REF_TYPE $GITHUB_WORKFLOW" >> "$GITHUB_OUTPUT"
    echo "ci=$CI $GITHUB_ACTIONS $RUNNER_OS" >> "$GITHUB_OUTPUT"
    echo "event=$(cat "$GITHUB_EVENT_PATH")" >> "$GITHUB_OUTPUT"
    echo "host=\${SECRET_OF_THE_HOST-unset}" >> "$GITHUB_OUTPUT"
    test "$PWD" = "$GITHUB_WORKSPACE"
`,
      { github: { run_id: 77, ref: 'refs/tags/v1' }, inputs: { a: 'b' } },
    );
    expect(result.conclusion).toBe('success');
    expect(result.steps[0]?.outputs).toMatchObject({
      cwd: fixtures,
      ids: 'x/exo-lease x 77 1 job here',
      refs: 'refs/tags/v1 v1 tag test',
      event: '{"inputs":{"a":"b"}}',
      host: 'unset',
    });
    expect(result.steps[0]?.outputs['ci']).toMatch(/^true true \w+$/);
  });

  it('lets the job, the step and GITHUB_ENV say the environment, the nearest winning', async () => {
    const result = await runSteps(
      `
- run: |
    echo "A=file" >> "$GITHUB_ENV"
    echo "GITHUB_SHA=changed" >> "$GITHUB_ENV"
    echo "NODE_OPTIONS=--inspect" >> "$GITHUB_ENV"
    echo "/opt/a" >> "$GITHUB_PATH"
- run: |
    echo "/opt/b" >> "$GITHUB_PATH"
    echo "/opt/a" >> "$GITHUB_PATH"
- env: { B: '\${{ env.A }} step' }
  run: echo "$A,$B,$C,\${GITHUB_SHA::3},\${NODE_OPTIONS-unset},$PATH"
`,
      {
        before: 'env: { A: job, B: job, C: "${{ vars.V }}" }',
        vars: { V: 'var' },
        hostEnv: [],
        env: { PATH: '/usr/bin:/bin' },
      },
    );
    expect(result.log).toContain('file,file step,var,000,unset,/opt/a:/opt/b:/usr/bin:/bin');
    expect(result.annotations).toMatchObject([{ level: 'error' }]);
    expect(result.conclusion).toBe('success');
  });

  it('fails with the exit code, and skips what follows', async () => {
    const result = await runSteps(`
- run: exit 7
- run: echo never
- if: failure()
  run: echo "after \${{ job.status }}"
- if: always()
  run: kill -9 $$
`);
    expect(result.conclusion).toBe('failure');
    expect(result.steps.map(({ outcome, exitCode }) => [outcome, exitCode])).toEqual([
      ['failure', 7],
      ['skipped', undefined],
      ['success', 0],
      ['failure', 137],
    ]);
    expect(result.annotations).toMatchObject([
      { level: 'error', message: 'Process completed with exit code 7.', step: 'Run exit 7' },
      { level: 'error' },
    ]);
    expect(result.log).toContain('after failure');
  });

  it('knows the shells apart', async () => {
    const result = await runSteps(`
- run: false | true
- shell: bash
  continue-on-error: true
  run: false | true
- shell: sh
  run: test -z "$BASH_VERSION" || test -n "$POSIXLY_CORRECT"
- shell: pwsh
  run: x
`);
    expect(result.steps.map((step) => step.outcome)).toEqual([
      'success',
      'failure',
      'success',
      'failure',
    ]);
    expect(result.log).toContain('bash --noprofile --norc -eo pipefail {0}');
  });

  it('runs where it is told to', async () => {
    const result = await runSteps(
      `
- id: default
  run: echo "cwd=$PWD" >> "$GITHUB_OUTPUT"
- id: own
  working-directory: actions/nested
  run: echo "cwd=$PWD" >> "$GITHUB_OUTPUT"
- working-directory: absent
  run: echo never
`,
      { before: 'defaults: { run: { working-directory: actions, shell: bash } }' },
    );
    const [first, second, third] = result.steps;
    expect(first?.outputs['cwd']).toBe(`${fixtures}/actions`);
    expect(second?.outputs['cwd']).toBe(`${fixtures}/actions/nested`);
    expect(third).toMatchObject({ outcome: 'failure', exitCode: undefined });
  });
});
