import { describe, expect, it } from 'vitest';

import { runCommand } from '../src/run-command.ts';

const node = process.execPath;

describe('runCommand', () => {
  it('returns what was written, whatever the exit code is', async () => {
    const script = "process.stdin.pipe(process.stdout); console.error('b'); process.exitCode = 3";
    const result = await runCommand(node, ['-e', script], { env: {}, input: 'a' });
    expect(result).toEqual({ code: 3, stdout: 'a', stderr: 'b\n' });
  });

  it('hands on no environment but the one it is given', async () => {
    const script = 'console.log(JSON.stringify(process.env))';
    const result = await runCommand(node, ['-e', script], { env: { ONE: '1' } });
    expect(JSON.parse(result.stdout)).toEqual({ ONE: '1' });
  });

  it('names a program that is not there', async () => {
    await expect(runCommand('no-such-program', [], { env: {} })).rejects.toMatchObject({
      code: 'TOOL_MISSING',
    });
  });

  it('ends a program that takes too long', async () => {
    const endless = ['-e', 'setInterval(() => {}, 1000)'];
    await expect(runCommand(node, endless, { env: {}, timeoutMs: 1 })).rejects.toMatchObject({
      code: 'SETUP_FAILED',
    });
  });

  it('ends with the run', async () => {
    const endless = ['-e', 'setInterval(() => {}, 1000)'];
    const signal = AbortSignal.abort();
    await expect(runCommand(node, endless, { env: {}, signal })).rejects.toMatchObject({
      code: 'INTERRUPTED',
    });
  });
});
