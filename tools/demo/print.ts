// What the demo prints, and a copy of it to search for secrets.
import { stripVTControlCharacters, styleText } from 'node:util';

import type { Simulator } from '@x/exo-sim';

import type { Check } from './check-outcome.ts';

const chunks: string[] = [];
// The narrowest terminal that is usual.
const columns = 80;
const builtIn = ['Owner', 'Billing'];

export function write(text: string): void {
  chunks.push(text);
  process.stdout.write(text.split('\n').map(narrow).join('\n'));
}

// An answer of the API is one line of any length. Each write is of whole lines.
function narrow(line: string): string {
  const plain = stripVTControlCharacters(line);
  return plain.length > columns ? `${plain.slice(0, columns - 1)}…` : line;
}

/** Everything written so far, at its full width. */
export function written(): string {
  return chunks.join('');
}

export function heading(text: string): void {
  write(`\n${styleText('bold', `── ${text} `.padEnd(72, '─'))}\n\n`);
}

export function printState({ state, parentKey }: Simulator): void {
  for (const { key, name } of state.apiKeys.values()) {
    const note = key === parentKey.apiKey ? '  (the parent key)' : '';
    write(`key   ${key}  ${name}${note}\n`);
  }
  for (const { id, name } of state.roles.values()) {
    const note = builtIn.includes(name) ? '  (every organization has it)' : '';
    write(`role  ${id}  ${name}${note}\n`);
  }
}

export function printChecks(checks: readonly Check[]): void {
  for (const { claim, holds } of checks) {
    write(`${holds ? styleText('green', '✓') : styleText('red', '✗')} ${claim}\n`);
  }
}
