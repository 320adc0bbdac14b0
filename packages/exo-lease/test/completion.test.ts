// Completion, by the real shell where there is one.
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cliFile, run } from './support/command.ts';
import { bareEnvironment } from './support/organization.ts';

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
    ['commands', 'ex', ['exec', 'explain']],
    ['options of a command', 'revoke --d', ['--debug', '--dry-run']],
    [
      'operations, in a list too',
      'exec --operation list-zones,reset-instance-pa',
      ['list-zones,reset-instance-password'],
    ],
    ['choices', 'list -O j', ['json']],
    ['nothing of the command that exec runs', 'exec -- ls --a', []],
    ['commands after an option with a value', '-z de-fra-1 sho', ['show']],
  ])('bash completes %s', async (_, line, expected) => {
    const script = `
      source <(exo-lease completion bash)
      COMP_WORDS=(exo-lease ${line}) COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _exo_lease
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const ended = await run([], { env, wrapper: ['bash', '-c', script] });
    expect(ended.stdout.split('\n').filter(Boolean)).toEqual(expected);
  });

  it.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const ended = await run(['completion', shell], { env });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('exo-lease __complete');
  });
});
