// The command line as a process, against the simulator on a socket.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { createSimulator, listen, type Simulator } from '@x/exo-sim';
import { describe, expect, it } from 'vitest';

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly summary: string;
}

async function run(
  simulator: Simulator,
  args: readonly string[],
  stopAfter?: RegExp,
): Promise<Result> {
  const listener = await listen(simulator);
  const folder = mkdtempSync(join(tmpdir(), 'exo-live-'));
  const summaryFile = join(folder, 'summary');
  const child = spawn(
    process.execPath,
    [resolve(import.meta.dirname, '../run.ts'), '--endpoint', listener.endpoint, ...args],
    {
      env: {
        PATH: process.env['PATH'],
        EXOSCALE_API_KEY: simulator.parentKey.apiKey,
        EXOSCALE_API_SECRET: simulator.parentKey.apiSecret,
        GITHUB_STEP_SUMMARY: summaryFile,
      },
    },
  );
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
  }
  const watch = setInterval(() => {
    if (stopAfter && simulator.requests.some(({ operation }) => stopAfter.test(operation ?? ''))) {
      clearInterval(watch);
      child.kill('SIGINT');
    }
  }, 10);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(watch);
  await listener.close();
  const summary = out.includes('| fact |') ? readFileSync(summaryFile, 'utf8') : '';
  rmSync(folder, { recursive: true });
  return { code, out, summary };
}

describe('run.ts', () => {
  it('prints a table, the same into the job summary, and no secret', async () => {
    const simulator = createSimulator();
    const { code, out, summary } = await run(simulator, ['--only', 'own-record,assume-role']);
    expect(code).toBe(0);
    expect(summary.match(/^\| Whether /gm)).toHaveLength(2);
    expect(out).toContain(summary);
    expect(out).not.toContain(simulator.parentKey.apiSecret);
    expect(simulator.state.apiKeys.size).toBe(1);
  });

  it('deletes what it made when it is interrupted', async () => {
    const simulator = createSimulator();
    // This one waits for a minute after its key has been used once.
    const args = ['--only', 'deadline-in-compute'];
    const { code, out } = await run(simulator, args, /^list-instance-types$/);
    expect(code).toBe(1);
    expect(out).toContain('Everything that was made is deleted again.');
    expect(simulator.requests.some(({ operation }) => operation === 'create-api-key')).toBe(true);
    expect(simulator.state.apiKeys.size).toBe(1);
  });

  it.each([
    [['--help'], 0],
    [['--only', 'nothing'], 2],
  ])('explains itself for %j', async (args, expected) => {
    const { code, out } = await run(createSimulator(), args);
    expect(code).toBe(expected);
    expect(out).toContain('Usage: node tools/live/run.ts');
  });
});
