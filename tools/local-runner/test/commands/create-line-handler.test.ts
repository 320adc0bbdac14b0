import { describe, expect, it } from 'vitest';

import { runSteps } from '../support/run-steps.ts';

const script = (lines: string): string =>
  `- name: Say\n  run: |\n${lines.replaceAll(/^/gm, '    ')}`;

describe('workflow commands', () => {
  it('keeps annotations, from both streams', async () => {
    const { annotations, log } = await runSteps(
      script(`echo "::error file=a.ts,line=3,title=Title::It%0Abroke"
echo "::warning::careful" >&2
echo "::notice::by the way"
echo "::debug::hidden"
echo "::unknown::shown"
echo "::echo::on"`),
    );
    const byLevel = annotations.toSorted((a, b) => a.level.localeCompare(b.level));
    expect(byLevel).toEqual([
      { level: 'error', message: 'It\nbroke', title: 'Title', file: 'a.ts', line: 3, step: 'Say' },
      { level: 'notice', message: 'by the way', step: 'Say' },
      { level: 'warning', message: 'careful', step: 'Say' },
    ]);
    expect(log).toContain('  Error: It\n  broke\n');
    expect(log).toContain('\n  ::unknown::shown');
    expect(log).not.toContain('##[debug]');
    expect(log).not.toContain('\n  ::echo');
  });

  it('masks from the moment it is told to, everywhere', async () => {
    const result = await runSteps(
      `
- name: Mask
  run: |
    echo "before tops3cret"
    echo "::add-mask::tops3cret"
    echo "after tops3cret and $(printf tops3cret | base64)"
    echo "::error title=tops3cret::tops3cret"
    echo "# tops3cret" >> "$GITHUB_STEP_SUMMARY"
    echo "::add-mask::"
- name: Run tops3cret
  env: { A: tops3cret, GIVEN: '\${{ secrets.GIVEN }}' }
  run: echo "$GIVEN"
`,
      { secrets: { GIVEN: 'given-secret' } },
    );
    const [before, after] = result.log.split('\n  before tops3cret');
    expect(before).toContain('Mask');
    expect(after).not.toContain('tops3cret');
    expect(after).toContain('after *** and ***');
    expect(result.log).not.toContain('given-secret');
    expect(result.annotations).toEqual([
      { level: 'error', message: '***', title: '***', step: 'Mask' },
      { level: 'warning', message: expect.stringContaining('empty') as string, step: 'Mask' },
    ]);
    expect(result.summaries).toEqual(['# ***\n']);
    expect(result.steps[1]?.name).toBe('Run ***');
  });

  it('nests groups and closes those left open', async () => {
    const { log } = await runSteps(
      script(`echo "::endgroup::"
echo "::group::Outer"
echo "::group::Inner"
echo deep
echo "::endgroup::"
echo "##[group]Left open"`),
    );
    expect(log).toContain('\n  ▸ Outer\n    ▸ Inner\n      deep\n    ▸ Left open\n✓ Say');
  });

  it('stops and resumes', async () => {
    const { annotations, log } = await runSteps(
      script(`echo "::stop-commands::Token"
echo "::error::not taken"
echo "::token::"
echo "::error::taken"`),
    );
    expect(annotations).toMatchObject([{ message: 'taken' }]);
    expect(log).toContain('\n  ::error::not taken');
  });

  it('does not stop for longer than one process', async () => {
    const { annotations } = await runSteps(
      `${script('echo "::stop-commands::t"')}\n- run: echo "::error::taken"`,
    );
    expect(annotations).toMatchObject([{ message: 'taken' }]);
  });

  it('ignores the legacy commands with a warning', async () => {
    const { annotations, steps } = await runSteps(
      script('echo "::set-output name=a::b"\necho "::save-state name=a::b"'),
    );
    expect(annotations.map(({ level }) => level)).toEqual(['warning', 'warning']);
    expect(steps[0]).toMatchObject({ outcome: 'success', outputs: {} });
  });

  it.each(['::set-env name=A::b', '::add-path::/x', '::stop-commands::'])(
    'fails the step at %s',
    async (line) => {
      const { steps } = await runSteps(script(`echo "${line}"`));
      expect(steps[0]).toMatchObject({ outcome: 'failure', exitCode: 0 });
    },
  );

  it('shows debug messages and values when asked to', async () => {
    const { log } = await runSteps(
      script(`echo "::debug::shown $RUNNER_DEBUG"
echo "a=1" >> "$GITHUB_OUTPUT"
echo "b=2" >> "$GITHUB_ENV"`),
      { debug: true },
    );
    expect(log).toContain('##[debug]shown 1');
    expect(log).toContain('##[debug]Set output a = 1');
    expect(log).toContain('##[debug]Set env b = 2');
  });
});
