// `exo-lease completion`: a script for a shell, and the candidates that it asks for.
import type { Command } from 'commander';

import { candidates } from '../completion/candidates.ts';
import { scripts, type Shell } from '../completion/scripts.ts';
import type { Context } from '../context.ts';

export function completion({ stdout }: Context, shell: Shell): void {
  stdout.write(scripts[shell]);
}

/** The hidden command behind the scripts: candidates for the last word, one a line. */
export function complete({ stdout }: Context, program: Command, words: readonly string[]): void {
  stdout.write(
    candidates(program, words)
      .map((each) => `${each}\n`)
      .join(''),
  );
}
