// Writes what follows from other files: the tables of inputs and outputs in the READMEs of the actions and the
// action.yml at the root from their action.yml, the policies of the parent key and its Terraform from
// docs/parent-key.md.
//
//   node tools/readme-tables/update.ts [--check]
//
// With --check nothing is written: exit code 1 says that a file is out of date.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { renderRootAction } from './src/render-root-action.ts';
import { renderTerraform } from './src/render-terraform.ts';
import { replaceSection } from './src/replace-section.ts';
import { updateReadme } from './src/update-readme.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '../..');
// Below which heading of docs/parent-key.md the policy of a README is.
const policies = [
  ['actions/mint/README.md', 'scoped-role'],
  ['actions/revoke/README.md', 'Sweeping alone'],
  ['actions/sweep/README.md', 'Sweeping alone'],
] as const;
const actionFiles = globSync('actions/*/action.yml', { cwd: root }).sort();

for (const actionFile of actionFiles) {
  report(join(dirname(actionFile), 'README.md'), (readme) => {
    if (readme === '') throw new Error('does not exist. Every action has one.');
    return updateReadme(readme, read(actionFile));
  });
}
for (const [path, heading] of policies) {
  report(path, (readme) =>
    replaceSection(readme, { name: 'policy', content: policyBelow(heading) }),
  );
}
report('docs/parent-key.md', (page) => {
  const terraform = renderTerraform(policyBelow('scoped-role').replaceAll(/^```.*$/gm, ''));
  return replaceSection(page, { name: 'terraform', content: `\`\`\`hcl\n${terraform}\n\`\`\`` });
});
report('action.yml', () => renderRootAction(read('actions/mint/action.yml')));

function read(path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function policyBelow(heading: string): string {
  const [, section = ''] = read('docs/parent-key.md').split(`\n## ${heading}\n`);
  const [block] = /^```json\n[^`]*```$/m.exec(section) ?? [];
  if (block === undefined) throw new Error(`docs/parent-key.md has no policy below ${heading}.`);
  return block;
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
  if (values.check) return 'is out of date. Run `node tools/readme-tables/update.ts`.';
  writeFileSync(join(root, path), after);
  console.log(`${path}: written`);
  return undefined;
}
