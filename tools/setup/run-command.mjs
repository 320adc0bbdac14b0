// Runs a child process; its exit code becomes ours, and Ctrl-C reaches it once.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

/**
 * Resolves when the process has ended, to its exit code (128 and the signal's number when a signal
 * ended it) and, with `capture`, to what it printed.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, capture?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand([file, ...args], { cwd, env, capture = false }) {
  const output = capture ? 'pipe' : 'inherit';
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: [capture ? 'ignore' : 'inherit', output, output],
    // Windows finds `npm.cmd` and `pnpm.cmd` through its shell only; no argument comes from outside.
    shell: process.platform === 'win32' && !file.endsWith('.exe'),
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  }
  // A terminal sends Ctrl-C to the whole process group, so the child has it already: only wait.
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);

  return new Promise((resolve) => {
    const settle = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve({ code, output: text });
    };
    child.on('error', (error) => {
      text += `${file}: ${error.message}\n`;
      if (!capture) process.stderr.write(text);
      settle(127);
    });
    child.on('close', (code, signal) =>
      settle(signal === null ? code : 128 + constants.signals[signal]),
    );
  });
}
