// Runs one process of a step: lines of output as they come, and GitHub's way of cancelling.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

import { splitLines } from './split-lines.ts';

export interface SpawnStepOptions {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** SIGINT at once, SIGTERM and SIGKILL after the two graces. */
  readonly cancel: AbortSignal;
  /** SIGKILL at once. */
  readonly force: AbortSignal;
  readonly interruptGraceMs: number;
  readonly terminateGraceMs: number;
  /** How long to wait for output that a background process keeps open. */
  readonly drainMs: number;
  readonly onLine: (line: string) => void;
}

/** The exit code; 128 plus the signal's number when a signal ended it. */
export async function spawnStep(options: SpawnStepOptions): Promise<number> {
  const { file, args, cwd, env } = options;
  // A group of its own, so that Ctrl-C in a terminal reaches only this program, which then cancels
  // by the rules below.
  const child = spawn(file, [...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopWatching = watchForCancellation(child, options);
  try {
    const streams = [
      splitLines(child.stdout, options.onLine),
      splitLines(child.stderr, options.onLine),
    ];
    const exitCode = await exited(child);
    await drained(
      streams.map((stream) => stream.ended),
      options.drainMs,
    );
    for (const stream of streams) stream.silence();
    return exitCode;
  } finally {
    stopWatching();
  }
}

function exited(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

async function drained(ends: readonly Promise<void>[], drainMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const gaveUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, drainMs);
  });
  await Promise.race([Promise.all(ends), gaveUp]);
  clearTimeout(timer);
}

function watchForCancellation(child: ChildProcess, options: SpawnStepOptions): () => void {
  const { cancel, force, interruptGraceMs, terminateGraceMs } = options;
  const timers: NodeJS.Timeout[] = [];
  const after = (ms: number, action: () => void): void => {
    timers.push(setTimeout(action, ms));
  };
  const onCancel = (): void => {
    child.kill('SIGINT');
    after(interruptGraceMs, () => child.kill('SIGTERM'));
    after(interruptGraceMs + terminateGraceMs, () => killGroup(child));
  };
  const onForce = (): void => killGroup(child);
  if (cancel.aborted) onCancel();
  if (force.aborted) onForce();
  cancel.addEventListener('abort', onCancel);
  force.addEventListener('abort', onForce);
  return () => {
    cancel.removeEventListener('abort', onCancel);
    force.removeEventListener('abort', onForce);
    for (const timer of timers) clearTimeout(timer);
  };
}

function killGroup(child: ChildProcess): void {
  // Without a pid the process never started; once it has exited its group may no longer be ours.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended between the check and the signal.
  }
}
