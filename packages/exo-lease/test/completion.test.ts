// Completion, by the real shell where there is one.
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cliFile, run } from './support/command.ts';
import { bareEnvironment } from './support/organization.ts';
import { runHere } from './support/run-here.ts';

describe('completion', () => {
  let home: string;
  let env: Record<string, string>;

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'exo-lease-'));
    symlinkSync(process.execPath, join(home, 'node'));
    writeFileSync(join(home, 'exo-lease'), `#!/bin/sh\nexec node '${cliFile}' "$@"\n`);
    chmodSync(join(home, 'exo-lease'), 0o755);
    const bare = bareEnvironment(home);
    env = { ...bare, PATH: [home, bare['PATH']].join(delimiter) };
  });

  afterAll(() => rmSync(home, { recursive: true }));

  it.each([
    ['commands', ['ex'], ['exec', 'explain']],
    ['options of a command', ['revoke', '--d'], ['--debug', '--dry-run']],
    ['choices', ['list', '-O', 'j'], ['json']],
    ['nothing of the command that exec runs', ['exec', '--', 'ls', '--a'], []],
    ['commands after an option with a value', ['-z', 'de-fra-1', 'sho'], ['show']],
    ['shells', ['completion', 'z'], ['zsh']],
  ])('completes %s', async (_, words, expected) => {
    const { stdout } = await runHere(['__complete', ...words], { env });
    expect(stdout.split('\n').filter(Boolean)).toEqual(expected);
  });

  it('bash completes operations, in a list too', async () => {
    const script = `
      source <(exo-lease completion bash)
      COMP_WORDS=(exo-lease exec --operation list-zones,reset-instance-pa) COMP_CWORD=3
      _exo_lease
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const ended = await run([], { env, wrapper: ['bash', '-c', script] });
    expect(ended.stdout).toBe('list-zones,reset-instance-password\n');
  });

  it.each(['zsh', 'fish'])('prints a script for %s', async (shell) => {
    const ended = await runHere(['completion', shell], { env });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('exo-lease __complete');
  });
});
