// What a scenario needs of an action.yml: the entry files and the defaults of the inputs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { parse } from 'yaml';

export type Phase = 'main' | 'post';

export interface Action {
  /** Absolute path of a phase's bundle. */
  readonly entryOf: (phase: Phase) => string;
  /** By the input's name; inputs without a default are not in it. */
  readonly defaults: Readonly<Record<string, string>>;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string | number | boolean }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}

/**
 * @param folder The action's folder, with a slash at its end.
 * @param contexts Values of the expressions that defaults use, by the expression as it is written.
 */
export function readAction(folder: URL, contexts: Readonly<Record<string, string>>): Action {
  const { inputs, runs } = parse(readFileSync(new URL('action.yml', folder), 'utf8')) as ActionFile;
  const running = `node${process.versions.node.split('.')[0]}`;
  assert.equal(running, runs.using, 'Run the tests with the Node that action.yml names');
  const defaults = Object.entries(inputs).flatMap(([name, input]) =>
    input.default === undefined ? [] : [[name, evaluate(String(input.default), contexts)]],
  );
  return {
    entryOf(phase) {
      const entry = runs[phase];
      assert(entry !== undefined, `The action has no ${phase}`);
      return fileURLToPath(new URL(entry, folder));
    },
    defaults: Object.fromEntries(defaults) as Record<string, string>,
  };
}

function evaluate(text: string, contexts: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = contexts[expression];
    assert(value !== undefined, `The scenario has no value for \${{ ${expression} }}`);
    return value;
  });
}
