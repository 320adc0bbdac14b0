import { describe, expect, it } from 'vitest';

import { spawnStep } from '../../src/process/spawn-step.ts';
import type { SpawnStepOptions } from '../../src/process/spawn-step.ts';

const never = new AbortController().signal;

async function run(script: string, options: Partial<SpawnStepOptions> = {}): Promise<number> {
  return spawnStep({
    file: 'bash',
    args: ['-c', script],
    cwd: import.meta.dirname,
    env: { PATH: process.env['PATH'] ?? '' },
    cancel: never,
    force: never,
    interruptGraceMs: 60_000,
    terminateGraceMs: 60_000,
    drainMs: 60_000,
    onLine: () => {},
    ...options,
  });
}

describe('spawnStep', () => {
  it('hands on the lines of both streams', async () => {
    const lines: string[] = [];
    await run('echo one; echo two >&2; printf three', { onLine: (line) => lines.push(line) });
    expect(lines.toSorted()).toEqual(['one', 'three', 'two']);
  });

  it.each([
    ['exit 0', 0],
    ['exit 3', 3],
    ['kill -TERM $$', 143],
  ])('answers to %s with %i', async (script, code) => {
    expect(await run(script)).toBe(code);
  });

  it('stops at once what was cancelled before it started', async () => {
    expect(await run('exec sleep 60', { cancel: AbortSignal.abort() })).toBe(130);
    expect(await run('exec sleep 60', { force: AbortSignal.abort() })).toBe(137);
  });

  it('does not wait for ever for what runs in the background', async () => {
    const lines: string[] = [];
    const script = '(sleep 0.5; echo late) & echo early';
    expect(await run(script, { drainMs: 50, onLine: (line) => lines.push(line) })).toBe(0);
    expect(lines).toEqual(['early']);
  });

  it('fails when there is no such program', async () => {
    await expect(run('', { file: '/nowhere/bash' })).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
