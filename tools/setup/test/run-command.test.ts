import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

import { describe, expect, it } from 'vitest';

import { runCommand } from '../run-command.mjs';

const options = { cwd: import.meta.dirname, env: process.env, capture: true };

function node(script: string): string[] {
  return [process.execPath, '--eval', script];
}

describe('runCommand', () => {
  it('passes the exit code and the output on', async () => {
    const result = await runCommand(node('console.log("a"); process.exitCode = 3'), options);
    expect(result).toEqual({ code: 3, output: 'a\n' });
  });

  it('says 128 and the number of the signal that ended the process', async () => {
    const { code } = await runCommand(node('process.kill(process.pid, "SIGKILL")'), options);
    expect(code).toBe(137);
  });

  it('says 127 when there is no such program', async () => {
    const { code, output } = await runCommand(['no-such-program'], options);
    expect(code).toBe(127);
    expect(output).toContain('no-such-program');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'hands %s to the child and waits for it',
    async (signal) => {
      const child = `process.once(${JSON.stringify(signal)}, () => process.exit(5));
      setInterval(() => {}, 1000);
      console.log('ready');`;
      const parent = `import { runCommand } from ${JSON.stringify(import.meta.resolve('../run-command.mjs'))};
      const { code } = await runCommand([process.execPath, '--eval', ${JSON.stringify(child)}], { cwd: '.', env: process.env });
      process.exit(code);`;
      const running = spawn(process.execPath, ['--input-type=module', '--eval', parent], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(running.stdout, 'data');
      running.kill(signal);
      const [code] = (await once(running, 'exit')) as [number | null];
      expect(code).toBe(5);
    },
  );
});
