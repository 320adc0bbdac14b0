import { describe, expect, it } from 'vitest';

import { runSteps } from '../support/run-steps.ts';

describe('what a step is about to do', () => {
  it('is listed with inputs and environment, but without empty ones', async () => {
    const { log } = await runSteps(`
- name: Probe
  uses: ./actions/probe
  env: { ONE: 1, NONE: '' }
  with:
    main: |
      console.log('a');
      console.log('b');
`);
    expect(log).toMatch(
      /^▸ Probe\n {2}uses: .*\n {2}with:\n {4}main:\n {6}console.*\n {6}console.*\n {2}env:\n {4}ONE: 1\n {2}a\n/m,
    );
    expect(log).toContain('▸ Post Probe\n  Post job cleanup.\n✓ Post Probe');
  });

  it('does not repeat what the heading says', async () => {
    const { log } = await runSteps('- run: echo once');
    expect(log).toContain('▸ Run echo once\n  shell: bash -e {0}\n  once\n');
  });

  it('names the workflow as the repository does', async () => {
    const { log } = await runSteps('- run: "true"', { before: 'name: Job of its own' });
    expect(log).toMatch(/^Job of its own {2}\/.*workflow\.yml\n/);
  });
});
