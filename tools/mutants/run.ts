// Runs StrykerJS: changes the code of a package bit by bit and looks whether a test notices.
//
//   npm run mutants [package] [-- --only FILE[,FILE]] [--concurrency 2]
//
// A score under the wanted one is exit code 1. A mutant that changes nothing a caller could see is
// named where it stands, by a comment `Stryker disable` with the reason.
import { rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { Stryker } from '@stryker-mutator/core';

import { mutantSubjects } from './subjects.ts';

const wanted = 96;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, concurrency: { type: 'string', default: '2' } },
});

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const names = positionals.length > 0 ? positionals : Object.keys(mutantSubjects);
for (const name of names) {
  const subject = mutantSubjects[name];
  if (!subject) {
    const known = Object.keys(mutantSubjects).join(', ');
    console.error(`The package "${name}" is not mutated. Expected one of: ${known}.`);
    process.exit(64);
  }
  process.env['MUTANTS_FOLDER'] = subject.folder;
  const stryker = new Stryker({
    testRunner: 'vitest',
    vitest: { configFile: 'tools/mutants/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate: [...(values.only?.split(',') ?? subject.mutate), '!**/index.ts'],
    // Of texts, tests assert codes and not prose.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignorePatterns: ['actions', '.stryker-tmp', 'reports'],
    coverageAnalysis: 'perTest',
    concurrency: Number(values.concurrency),
    disableTypeChecks: false,
    // Stryker rewrites tsconfig.json with an interface that TypeScript 7 lacks. Nothing here needs that:
    // it copies the whole repository.
    tsconfigFile: 'none.json',
    allowConsoleColors: false,
    reporters: ['clear-text', 'json'],
    jsonReporter: { fileName: `reports/mutants/${name}.json` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    tempDirName: `.stryker-tmp/${name}`,
    allowEmpty: false,
    timeoutMS: 10_000,
    thresholds: { high: 100, low: wanted, break: values.only ? null : wanted },
  });
  rmSync(`.stryker-tmp/${name}`, { recursive: true, force: true });
  await stryker.runMutationTest();
}
