import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runJob } from '../src/index.ts';
import { fixtures, runSteps, runWorkflow, writeWorkflow } from './support/run-steps.ts';

describe('runJob', () => {
  it('runs a job with a lease from beginning to end', async () => {
    let written = '';
    const result = await runJob({
      workflowFile: join(fixtures, 'workflows/lease.yml'),
      workspace: fixtures,
      localActions: { 'x/exo-lease': fixtures },
      skippedActions: ['actions/checkout'],
      secrets: { EXO_SECRET: 'hunter2hunter2' },
      write: (text) => {
        written += text;
      },
    });
    expect(result.conclusion).toBe('failure');
    expect(result.outputs).toEqual({ id: 'one\ntwo' });
    expect(result.summaries).toEqual(['# Minted ***\n', 'Revoked\n']);
    expect(result.log).toBe(written);
    expect(result.log).not.toContain('hunter2');
    expect(result.log).toContain('key is *** and workflow');
    expect(result.log).toContain('revoked by mint, key known, late env yes');
    expect(result.log).toContain('cleaning failure');
    expect(result.steps[1]?.outputs).toMatchObject({ secret: 'minted-hunter2hunter2-key' });
  });

  it('runs every leg of a matrix', async () => {
    const result = await runSteps(
      '- id: leg\n  run: echo "n=${{ matrix.n }} of ${{ strategy.job-total }}" >> "$GITHUB_OUTPUT"',
      {
        before: 'strategy: { matrix: { n: [1, 2] } }\noutputs: { n: "${{ steps.leg.outputs.n }}" }',
      },
    );
    expect(result.steps.map(({ outputs }) => outputs['n'])).toEqual(['1 of 2', '2 of 2']);
    expect(result.outputs).toEqual({ n: '2 of 2' });
    expect(result.log).toContain('job (1)');
  });

  it.each([
    ['name: Try ${{ matrix.n }} of ${{ github.job }}', 'Try 1 of job  ', 'Try 2 of job  '],
    ['name: Try it', 'Try it (1)  ', 'Try it (2)  '],
  ])('shows each leg by its name: %s', async (name, first, second) => {
    const before = `${name}\nstrategy: { matrix: { n: [1, 2] } }`;
    const { log } = await runSteps('- run: exit 0', { before });
    expect(log).toContain(first);
    expect(log).toContain(second);
    expect(log).not.toContain('${{');
  });

  it.each([
    ['true', 1],
    ['false', 2],
  ])('runs on after a leg failed with fail-fast %s: %i legs', async (failFast, count) => {
    const before = `strategy: { fail-fast: ${failFast}, matrix: { n: [[1], 2] } }`;
    const result = await runSteps('- run: exit 1', { before });
    expect(result.steps).toHaveLength(count);
    expect(result.conclusion).toBe('failure');
  });

  it('skips a job whose condition is false', async () => {
    const result = await runSteps('- run: echo never', { before: "if: vars.RUN == 'yes'" });
    expect(result).toMatchObject({ conclusion: 'skipped', steps: [], outputs: {} });
  });

  it('fails a job whose outputs cannot be evaluated', async () => {
    const result = await runSteps('- run: "true"\n- run: exit ${{ inputs.code }}', {
      before: 'outputs: { bad: "${{ nonsense }}", good: fine }',
      inputs: { code: '0' },
    });
    expect(result).toMatchObject({ conclusion: 'failure', outputs: { good: 'fine' } });
  });

  it('gives boolean inputs their type', async () => {
    const result = await runWorkflow(
      `
on: { workflow_dispatch: { inputs: { deep: { type: boolean }, level: { default: low } } } }
jobs: { a: { outputs: { all: '\${{ toJson(inputs) }}' }, steps: [] } }
`,
      { inputs: { deep: 'true' } },
    );
    expect(JSON.parse(result.outputs['all'] ?? '')).toEqual({ deep: true, level: 'low' });
  });

  it('masks a token that only the github context has', async () => {
    const options = { github: { token: 'ghs_other' }, secrets: { GITHUB_TOKEN: 'ghs_secret' } };
    const result = await runSteps('- run: echo "${{ github.token }} end"', options);
    expect(result.log).toContain('\n  *** end');
  });

  it('masks the token and offers it as a secret', async () => {
    const result = await runSteps(
      '- run: echo "${{ github.token }} ${{ secrets.GITHUB_TOKEN }} end"',
      { secrets: { GITHUB_TOKEN: 'ghs_secret' } },
    );
    expect(result.log).toContain('*** *** end');
  });

  it('ends what steps leave running, but not before the job is over', async () => {
    const result = await runSteps(
      `
- id: start
  run: |
    sleep 600 &
    echo "pid=$!" >> "$GITHUB_OUTPUT"
- run: kill -0 \${{ steps.start.outputs.pid }}
`,
      { drainMs: 100 },
    );
    expect(result.conclusion).toBe('success');
    expect(result.log).toContain('Terminated 1 orphan processes.');
    const pid = result.steps[0]?.outputs['pid'] ?? '';
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  it('uses the root of the repository as workspace, or the folder of the file', async () => {
    const text = 'jobs: { a: { outputs: { w: "${{ github.workspace }}" }, steps: [] } }';
    const file = await writeWorkflow(text);
    const result = await runJob({ workflowFile: file, write: () => {} });
    expect(file.startsWith(result.outputs['w'] ?? 'none')).toBe(true);
    const own = await runJob({
      workflowFile: join(fixtures, 'workflows/empty.yml'),
      write: () => {},
    });
    expect(own.outputs['workspace']).toBe(join(fixtures, '../../../..'));
  });

  it('wants the results of the jobs that are needed', async () => {
    const text = 'jobs: { a: { needs: b, steps: [] , outputs: { r: "${{ needs.b.result }}" } } }';
    await expect(runWorkflow(text)).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    const result = await runWorkflow(text, { needs: { b: { result: 'success' } } });
    expect(result.outputs).toEqual({ r: 'success' });
  });

  it('throws when the environment of the job cannot be evaluated', async () => {
    await expect(
      runSteps('- run: echo never', { before: 'env: { A: "${{ steps.x }}" }' }),
    ).rejects.toMatchObject({ code: 'EXPRESSION_INVALID' });
  });
});

// A process that ended but was not waited for has an empty command line.
async function isRunning(pid: string): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== '';
}
