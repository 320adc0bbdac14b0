// Runs StrykerJS: changes the code of a package bit by bit and looks whether a test notices.
//
//   npm run mutants [NAME...] -- [--only FILE[,FILE]] [--concurrency 2] [--incremental]
//
// NAME is a package, or a part of one: exo-iam is exo-iam/scope and exo-iam/lease. A score under the
// wanted one is exit code 1. A mutant that changes nothing a caller could see is named where it stands,
// by a comment `Stryker disable` with the reason.
import { rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { Stryker } from '@stryker-mutator/core';

import { mutantSubjects } from './subjects.ts';

const wanted = 96;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    concurrency: { type: 'string', default: '2' },
    // Takes over what the last run found of code and tests that have not changed since.
    incremental: { type: 'boolean', default: false },
  },
});

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const known = Object.keys(mutantSubjects);
const asked = positionals.length > 0 ? positionals : known;
for (const name of asked.flatMap(subjectsOf)) {
  const subject = mutantSubjects[name];
  if (!subject) {
    console.error(`"${name}" is not mutated. Expected one of: ${known.join(', ')}.`);
    process.exit(64);
  }
  const file = name.replaceAll('/', '-');
  const { folder, part } = subject;
  const all = [`${folder}/src/${part ? `${part}/` : ''}**/*.ts`];
  process.env['MUTANTS_SUBJECT'] = name;
  const stryker = new Stryker({
    testRunner: 'vitest',
    // The configuration file puts the tests of the changed file first: vitest knows it by `related`.
    vitest: { configFile: 'tools/mutants/vitest.config.ts', related: true },
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate: [...(values.only?.split(',') ?? all), '!**/index.ts'],
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
    jsonReporter: { fileName: `reports/mutants/${file}.json` },
    incremental: values.incremental,
    incrementalFile: `reports/mutants/${file}.incremental.json`,
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    tempDirName: `.stryker-tmp/${file}`,
    allowEmpty: false,
    // Beyond what the tests of the mutant take without it. A timeout counts as noticed, so a busy
    // machine must not cause one.
    timeoutMS: 15_000,
    timeoutFactor: 2,
    thresholds: { high: 100, low: wanted, break: values.only ? null : wanted },
  });
  rmSync(`.stryker-tmp/${file}`, { recursive: true, force: true });
  await stryker.runMutationTest();
}

function subjectsOf(name: string): string[] {
  const parts = known.filter((each) => each === name || each.startsWith(`${name}/`));
  return parts.length > 0 ? parts : [name];
}
