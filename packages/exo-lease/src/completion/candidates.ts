// The candidates at the cursor of a command line, from the declared commands and options.
import type { Command, Option } from 'commander';

import { listedOperations } from '../policy/list-operations.ts';

/** Candidates for the last of the words after the program's name; it may be empty. */
export function candidates(program: Command, words: readonly string[]): string[] {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  // After two hyphens comes the command of `exec`, which the shell completes better.
  if (before.includes('--')) return [];
  const command = commandOf(program, before);
  const options = [...program.options, ...(command?.options ?? [])];
  const taking = options.find((option) => isCalled(option, before.at(-1)) && takesValue(option));
  if (taking) return startingWith(current, valuesOf(taking));
  if (current.startsWith('-')) {
    const names = options.filter(({ hidden }) => !hidden).map(({ long, short }) => long ?? short);
    return startingWith(current, [...names.filter((name) => name !== undefined), '--help']);
  }
  if (!command) return startingWith(current, visibleCommands(program));
  if (command.name() === 'completion') return startingWith(current, ['bash', 'zsh', 'fish']);
  return [];
}

function visibleCommands(program: Command): string[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((each) => each.name());
}

function commandOf(program: Command, words: readonly string[]): Command | undefined {
  const values = new Set<number>();
  for (const [index, word] of words.entries()) {
    if (program.options.some((option) => isCalled(option, word) && takesValue(option))) {
      values.add(index + 1);
    }
  }
  const name = words.find((word, index) => !word.startsWith('-') && !values.has(index));
  return program.commands.find((each) => each.name() === name);
}

function isCalled({ long, short }: Option, word: string | undefined): boolean {
  return word !== undefined && (word === long || word === short);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function valuesOf(option: Option): readonly string[] {
  if (option.argChoices) return option.argChoices;
  if (option.long === '--operation') return listedOperations.map(({ operation }) => operation);
  if (option.long === '--tag') return [...new Set(listedOperations.flatMap(({ tags }) => tags))];
  if (option.long === '--export') return ['exoscale', 'terraform', 'sos'];
  return [];
}

// In a comma-separated list, completes the last name.
function startingWith(current: string, values: readonly string[]): string[] {
  const done = current.slice(0, current.lastIndexOf(',') + 1);
  const wanted = current.slice(done.length);
  return values.filter((value) => value.startsWith(wanted)).map((value) => done + value);
}
