// Writes the tables of inputs and outputs into the READMEs of the actions, from their action.yml.
//
//   node tools/readme-tables/update.ts [--check]
//
// With --check nothing is written: exit code 1 says that a README is out of date.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { updateReadme } from './src/update-readme.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '../..');
const actionFiles = globSync('actions/*/action.yml', { cwd: root }).sort();

for (const actionFile of actionFiles) {
  const readme = join(dirname(actionFile), 'README.md');
  const problem = update(readme, actionFile);
  if (problem !== undefined) {
    console.error(`${readme}: ${problem}`);
    process.exitCode = 1;
  }
}

function update(readme: string, actionFile: string): string | undefined {
  const path = join(root, readme);
  if (!existsSync(path)) return 'does not exist. Every action has one.';
  const before = readFileSync(path, 'utf8');
  let after: string;
  try {
    after = updateReadme(before, readFileSync(join(root, actionFile), 'utf8'));
  } catch (error) {
    return (error as Error).message;
  }
  if (after === before) return undefined;
  if (values.check) return 'differs from action.yml. Run `node tools/readme-tables/update.ts`.';
  writeFileSync(path, after);
  console.log(`${readme}: written`);
  return undefined;
}
