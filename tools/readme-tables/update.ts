// Writes what follows from the action.yml of the actions: the tables of inputs and outputs in their READMEs, and
// the action.yml at the root.
//
//   node tools/readme-tables/update.ts [--check]
//
// With --check nothing is written: exit code 1 says that a file is out of date.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { renderRootAction } from './src/render-root-action.ts';
import { updateReadme } from './src/update-readme.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '../..');
const actionFiles = globSync('actions/*/action.yml', { cwd: root }).sort();

for (const actionFile of actionFiles) {
  report(join(dirname(actionFile), 'README.md'), (readme) => {
    if (readme === '') throw new Error('does not exist. Every action has one.');
    return updateReadme(readme, read(actionFile));
  });
}
report('action.yml', () => renderRootAction(read('actions/mint/action.yml')));

function read(path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function report(path: string, render: (before: string) => string): void {
  const problem = update(path, render);
  if (problem === undefined) return;
  console.error(`${path}: ${problem}`);
  process.exitCode = 1;
}

function update(path: string, render: (before: string) => string): string | undefined {
  const before = read(path);
  let after: string;
  try {
    after = render(before);
  } catch (error) {
    return (error as Error).message;
  }
  if (after === before) return undefined;
  if (values.check) return 'differs from action.yml. Run `node tools/readme-tables/update.ts`.';
  writeFileSync(join(root, path), after);
  console.log(`${path}: written`);
  return undefined;
}
