import { describe, expect, it } from 'vitest';

import { runSteps } from '../support/run-steps.ts';

describe('a composite action', () => {
  it('fails the job when a post inside fails', async () => {
    const failing = await runSteps(`
- uses: ./actions/failing-post
`);
    expect(failing.steps.map(({ outcome }) => outcome)).toEqual(['success', 'failure']);
    expect(failing.conclusion).toBe('failure');
  });

  it('passes inputs in and outputs out, through another one', async () => {
    const { steps, log, conclusion } = await runSteps(`
- id: composite
  uses: ./actions/wrapped
  env: { LAYER: outer }
  with: { who: world }
- run: echo "got \${{ steps.composite.outputs.greeting }} \${{ steps.inner.outcome }}"
`);
    expect(conclusion).toBe('success');
    expect(steps[0]?.outputs).toEqual({
      greeting: 'hello world',
      action: 'wrapped outer unset',
    });
    expect(log).toContain('\n  got hello world\n');
    expect(steps.map(({ name, phase }) => `${phase} ${name}`)).toEqual([
      'main Run ./actions/wrapped',
      expect.stringMatching(/^main Run echo/),
      'post Post Inner probe',
    ]);
    expect(log).toContain('inner post for world');
    expect(log).not.toContain('\n      inner failure');
  });

  it('is failed by a step inside, and runs what is left for that case', async () => {
    const { steps, log } = await runSteps(`
- uses: ./actions/nested
  with: { who: "'); process.exit(4); ('" }
- if: always()
  uses: ./actions/nested
  with: { who: again, nonsense: 1 }
`);
    expect(steps[0]).toMatchObject({ outcome: 'failure', exitCode: 4 });
    expect(log.match(/^ +inner failure$/gm)).toHaveLength(1);
    expect(log.match(/^ +inner always$/gm)).toHaveLength(2);
    // Inside, success() is about the action's own steps and not about the job.
    expect(steps[1]).toMatchObject({ outcome: 'success', outputs: {} });
  });
});
