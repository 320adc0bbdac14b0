import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { fixtures, writeWorkflow } from './support/run-steps.ts';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line; sends a SIGINT each time `when` is found in more of its output. */
async function run(args: readonly string[], interruptAt: readonly RegExp[] = []): Promise<Ended> {
  const cli = join(import.meta.dirname, '../src/cli.ts');
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env['PATH'] ?? '', EXO_SECRET: 'from-the-environment' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const waiting = [...interruptAt];
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (waiting[0]?.test(stdout)) {
      waiting.shift();
      child.kill('SIGINT');
    }
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
    const ended = await run([file], [/^ +ready$/m, /^ +interrupted$/m]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('a was cancelled');
    expect(ended.stdout).not.toMatch(/^ +never$/m);
  });
});
