import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { fixtures, writeWorkflow } from './support/run-steps.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Reaction {
  readonly at: RegExp;
  readonly act: (child: ChildProcess) => void;
}

const interrupt = (child: ChildProcess): void => void child.kill('SIGINT');

/** Runs the command line, and reacts to its output, one reaction after the other. */
async function run(
  args: readonly string[],
  reactions: readonly Reaction[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const cli = join(import.meta.dirname, '../src/cli.ts');
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env['PATH'] ?? '', EXO_SECRET: 'from-the-environment', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const waiting = [...reactions];
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (waiting[0]?.at.test(stdout)) waiting.shift()?.act(child);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('the command line', () => {
  it('runs a workflow and fails with its job', async () => {
    const lease = join(fixtures, 'workflows/lease.yml');
    const ended = await run([
      lease,
      '--secret',
      'EXO_SECRET',
      '--action',
      `x/exo-lease=${fixtures}`,
    ]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('lease failed after');
    expect(ended.stdout).not.toContain('from-the-environment');
    expect(ended.stderr).toBe('');
  });

  it('succeeds with its job', async () => {
    const ended = await run([join(fixtures, 'workflows/empty.yml')]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('writes the job summary, masked', async () => {
    const file = await writeWorkflow(`
jobs:
  a:
    steps:
      - run: echo "made with $EXO_SECRET" >> "$GITHUB_STEP_SUMMARY"
        env: { EXO_SECRET: '\${{ secrets.EXO_SECRET }}' }
`);
    const ended = await run([file, '--secret', 'EXO_SECRET', '--summary', `${file}.md`]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(`${file}.md`, 'utf8')).toBe('made with ***\n');
  });

  it('runs nothing when the summary cannot be written', async () => {
    const file = join(fixtures, 'workflows/empty.yml');
    expect(await run([file, '--summary', '/dev/null/summary.md'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^OPTION_INVALID: /) as string,
    });
  });

  it.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1' }, false],
  ])('colors a pipe with %j: %s', async (env, colored) => {
    const { stdout } = await run([join(fixtures, 'workflows/empty.yml')], [], env);
    expect(stdout.includes('\u001B[')).toBe(colored);
  });

  it('says what it can do', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('says why it cannot run', async () => {
    expect(await run([])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^OPTION_INVALID: /) as string,
    });
  });

  it('runs the post steps although nobody reads its output any more', async () => {
    const file = await writeWorkflow(`
jobs:
  a:
    steps:
      - uses: ./actions/probe
        with:
          main: console.log('ready'); for (;;) { await sleep(50); console.log('more') }
          post: (await import('node:fs')).writeFileSync(env.MARK, 'post ran')
`);
    const mark = `${file}.mark`;
    const ended = await run(
      [file, '--workspace', fixtures, '--env', `MARK=${mark}`],
      [{ at: /^ +ready$/m, act: (child) => child.stdout?.destroy() }],
    );
    expect(ended.code).toBe(1);
    expect(await readFile(mark, 'utf8')).toBe('post ran');
  });

  it('cancels at the first interrupt and kills at the second', async () => {
    const file = await writeWorkflow(`
jobs:
  a:
    steps:
      - run: |
          trap 'echo interrupted' INT
          echo ready
          while true; do sleep 0.1; done
      - if: always()
        run: echo never
`);
    const ended = await run(
      [file],
      [
        { at: /^ +ready$/m, act: interrupt },
        { at: /^ +interrupted$/m, act: interrupt },
      ],
    );
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('a was cancelled');
    expect(ended.stdout).not.toMatch(/^ +never$/m);
  });
});
