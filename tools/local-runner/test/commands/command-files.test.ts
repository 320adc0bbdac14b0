import { describe, expect, it } from 'vitest';

import { runSteps } from '../support/run-steps.ts';

describe('command files', () => {
  it('are read although the step failed, up to a malformed line', async () => {
    const { steps, annotations } = await runSteps(`
- id: bad
  run: |
    printf 'a=1\\nnonsense\\nb=2\\n' >> "$GITHUB_OUTPUT"
    echo "C=3" >> "$GITHUB_ENV"
- if: always()
  id: next
  run: echo "seen=\${{ steps.bad.outputs.a }}\${{ steps.bad.outputs.b }}$C \${{ steps.bad.outcome }}" >> "$GITHUB_OUTPUT"
`);
    expect(steps[0]).toMatchObject({ outcome: 'failure', exitCode: 0, outputs: { a: '1' } });
    expect(steps[1]?.outputs).toEqual({ seen: '13 failure' });
    expect(annotations).toMatchObject([{ level: 'error' }]);
  });

  it('are fresh for every step', async () => {
    const { steps, summaries } = await runSteps(`
- run: |
    echo "a=1" >> "$GITHUB_OUTPUT"
    echo one >> "$GITHUB_STEP_SUMMARY"
- run: |
    test ! -s "$GITHUB_OUTPUT"
    echo two >> "$GITHUB_STEP_SUMMARY"
`);
    expect(steps.map(({ outputs }) => outputs)).toEqual([{ a: '1' }, {}]);
    expect(summaries).toEqual(['one\n', 'two\n']);
  });

  it('may be deleted, and lie in a folder that is private and goes away', async () => {
    const { steps } = await runSteps(`
- id: look
  run: |
    echo "mode=$(stat -c %a "$RUNNER_TEMP/..")" >> "$GITHUB_OUTPUT"
    echo "file=$GITHUB_OUTPUT" >> "$GITHUB_OUTPUT"
    rm "$GITHUB_ENV"
- run: test ! -e "\${{ steps.look.outputs.file }}"
`);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['success', 'success']);
    expect(steps[0]?.outputs['mode']).toBe('700');
  });

  it('refuses a summary that is too long, without failing', async () => {
    const { steps, summaries, annotations } = await runSteps(
      '- run: head -c 1100000 /dev/zero >> "$GITHUB_STEP_SUMMARY"',
    );
    expect(steps[0]?.outcome).toBe('success');
    expect(summaries).toEqual([]);
    expect(annotations).toMatchObject([{ level: 'error' }]);
  });
});
