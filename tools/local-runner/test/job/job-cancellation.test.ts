import { describe, expect, it } from 'vitest';

import type { JobResult, RunJobOptions } from '../../src/index.ts';
import { runSteps } from '../support/run-steps.ts';

interface Cancelled {
  readonly result: JobResult;
}

/** Cancels as soon as the job says `ready`, and kills it as soon as it says `enough`. */
async function cancelWhenReady(
  steps: string,
  options: Partial<RunJobOptions> & { before?: string } = {},
): Promise<Cancelled> {
  const cancel = new AbortController();
  const force = new AbortController();
  let written = '';
  const write = (text: string): void => {
    written += text;
    if (/^ *ready$/m.test(written)) cancel.abort();
    if (/^ *enough$/m.test(written)) force.abort();
  };
  const result = await runSteps(steps, {
    signal: cancel.signal,
    forceSignal: force.signal,
    write,
    ...options,
  });
  return { result };
}

const outcomes = ({ result }: Cancelled): unknown[] => result.steps.map(({ outcome }) => outcome);

describe('a cancelled job', () => {
  it('interrupts the step, runs what always runs, and its posts', async () => {
    const cancelled = await cancelWhenReady(`
- uses: ./actions/probe
  with:
    main: process.on('SIGINT', () => { append('STATE', 'key=undone'); console.log('interrupted'); process.exit(0) }); console.log('ready'); await sleep(60_000)
    post: console.log('post', env.STATE_key)
- run: echo never
- if: failure()
  run: echo never
- if: cancelled()
  run: echo "cancelled \${{ job.status }}"
- if: always()
  run: echo always
`);
    expect(cancelled.result.conclusion).toBe('cancelled');
    expect(outcomes(cancelled)).toEqual([
      'cancelled',
      'skipped',
      'skipped',
      'success',
      'success',
      'success',
    ]);
    expect(cancelled.result.log).toContain('interrupted');
    expect(cancelled.result.log).toContain('cancelled cancelled');
    expect(cancelled.result.log).toContain('post undone');
    expect(cancelled.result.annotations).toMatchObject([
      { message: 'The operation was canceled.' },
    ]);
  });

  it('terminates a step that ignores the interrupt, then kills it', async () => {
    const stubborn = `
- uses: ./actions/probe
  with:
    main: process.on('SIGINT', () => console.log('got SIGINT')); process.on('SIGTERM', () => console.log('got SIGTERM')); append('STATE', 'key=saved'); console.log('ready'); await sleep(60_000)
    post: console.log('post', env.STATE_key)
`;
    const cancelled = await cancelWhenReady(stubborn, {
      interruptGraceMs: 300,
      terminateGraceMs: 300,
    });
    expect(cancelled.result.steps[0]).toMatchObject({ outcome: 'cancelled', exitCode: 137 });
    expect(cancelled.result.log).toMatch(/got SIGINT[^]*got SIGTERM[^]*post saved/);
  });

  it('leaves a step alone whose condition still holds', async () => {
    const cancelled = await cancelWhenReady(`
- if: always()
  run: |
    echo ready
    sleep 0.3
    echo finished
`);
    expect(outcomes(cancelled)).toEqual(['success']);
    expect(cancelled.result.conclusion).toBe('cancelled');
    expect(cancelled.result.log).toMatch(/^ *finished$/m);
  });

  it('stops at the step inside a composite action', async () => {
    const cancelled = await cancelWhenReady(`
- uses: ./actions/nested
  with: { who: "'); console.log('ready'); await sleep(60_000); ('" }
`);
    expect(outcomes(cancelled)).toEqual(['cancelled', 'success']);
    expect(cancelled.result.log).toMatch(/^ +inner always$/m);
    expect(cancelled.result.log).not.toMatch(/^ +inner failure$/m);
  });

  it('lets a composite action that always runs start afresh', async () => {
    const cancelled = await cancelWhenReady(`
- run: echo ready; exec sleep 60
- if: cancelled()
  uses: ./actions/nested
  with: { who: late }
`);
    expect(outcomes(cancelled)).toEqual(['cancelled', 'success', 'success']);
    expect(cancelled.result.steps[1]?.outputs).toEqual({ greeting: 'hello late' });
    expect(cancelled.result.conclusion).toBe('cancelled');
  });

  it('stops a step whose condition cannot be decided again', async () => {
    const cancelled = await cancelWhenReady(`
- if: success() || fromJSON('')
  run: echo ready; exec sleep 60
`);
    expect(outcomes(cancelled)).toEqual(['cancelled']);
  });

  it('skips everything when it was cancelled before it began', async () => {
    const cancelled = await cancelWhenReady(
      '- run: echo never\n- if: always()\n  run: echo always',
      {
        signal: AbortSignal.abort(),
      },
    );
    expect(outcomes(cancelled)).toEqual(['skipped', 'success']);
    expect(cancelled.result.conclusion).toBe('cancelled');
  });

  it('does not run the next leg of the matrix', async () => {
    const { result } = await cancelWhenReady('- run: |\n    echo ready\n    exec sleep 60', {
      before: 'strategy: { fail-fast: false, matrix: { n: [1, 2] } }',
    });
    expect(result.steps).toHaveLength(1);
  });
});

describe('a job that is out of time', () => {
  it('is cancelled', async () => {
    const result = await runSteps(
      `
- uses: ./actions/probe
  with: { main: await sleep(60_000), post: console.log('post ran') }
`,
      // Long enough for the step to begin on a busy machine.
      { before: 'timeout-minutes: 0.05' },
    );
    expect(result.conclusion).toBe('cancelled');
    expect(result.log).toContain('post ran');
    expect(result.annotations.at(-1)).toMatchObject({ level: 'error', step: 'Complete job' });
  });

  it('may have more time than a timer can hold', async () => {
    const result = await runSteps('- timeout-minutes: 99999999\n  run: sleep 0.05', {
      before: 'timeout-minutes: 99999999',
    });
    expect(result.conclusion).toBe('success');
  });

  it('needs a time that is a number', async () => {
    await expect(
      runSteps("- run: 'true'", { before: 'timeout-minutes: soon' }),
    ).rejects.toMatchObject({
      code: 'WORKFLOW_INVALID',
    });
  });
});

describe('a job that is killed', () => {
  const steps = `
- uses: ./actions/probe
  with:
    main: process.on('SIGINT', () => console.log('enough')); console.log('ready'); await sleep(60_000)
    post: console.log('post ran')
- if: always()
  run: echo never
`;

  it('ends at once and runs no post', async () => {
    const cancelled = await cancelWhenReady(steps, { interruptGraceMs: 60_000 });
    expect(outcomes(cancelled)).toEqual(['cancelled', 'skipped', 'skipped']);
    expect(cancelled.result.log).not.toContain('\n  post ran');
  });

  it('is what happens when the time for cancelling is up', async () => {
    const { forceSignal } = { forceSignal: new AbortController().signal };
    const cancelled = await cancelWhenReady(steps, {
      forceSignal,
      interruptGraceMs: 60_000,
      cancelBudgetMs: 300,
    });
    expect(outcomes(cancelled)).toEqual(['cancelled', 'skipped', 'skipped']);
  });

  it('runs nothing when it was killed before it began', async () => {
    const cancelled = await cancelWhenReady('- if: always()\n  run: echo never', {
      forceSignal: AbortSignal.abort(),
    });
    expect(outcomes(cancelled)).toEqual(['skipped']);
  });
});
