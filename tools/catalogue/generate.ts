// Writes the facts of packages/exo-operations and packages/exo-sim from the official OpenAPI
// specification, which itself is not committed.
//
//   node tools/catalogue/generate.ts --spec FILE [--check]
//
// With --check nothing is written: exit code 1 says that a committed file is out of date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { deriveAnswers, type AnswerSpecification } from './derive-answers.ts';
import { deriveResources } from './derive-resources.ts';
import { deriveRows, type Specification } from './derive-rows.ts';
import { renderAnswers } from './render-answers.ts';
import { renderNames } from './render-names.ts';
import { renderResources } from './render-resources.ts';
import { renderRows } from './render-rows.ts';

const { values } = parseArgs({
  options: { spec: { type: 'string' }, check: { type: 'boolean', default: false } },
});
if (values.spec === undefined) {
  console.error('Name the specification: node tools/catalogue/generate.ts --spec FILE [--check]');
  process.exit(2);
}

const packages = new URL('../../packages/', import.meta.url);
const specification = JSON.parse(readFileSync(values.spec, 'utf8')) as Specification &
  AnswerSpecification;
const { version } = specification.info;
const rows = deriveRows(specification);
const resources = deriveResources(specification);
const answers = deriveAnswers(specification, resources.reads);
const files = [
  { path: 'exo-operations/src/generated/operation-rows.ts', text: renderRows(rows, version) },
  { path: 'exo-operations/src/generated/operation-name.ts', text: renderNames(rows) },
  { path: 'exo-sim/src/generated/smallest-answers.ts', text: renderAnswers(answers, version) },
  { path: 'exo-sim/src/generated/resources.ts', text: renderResources(resources, version) },
];
const counts = `${rows.length} operations, ${answers.length} answers, ${resources.rows.length} collections`;

if (!values.check) {
  for (const { path, text } of files) {
    const target = new URL(path, packages);
    mkdirSync(new URL('.', target), { recursive: true });
    writeFileSync(target, text);
  }
  console.log(`${counts} written`);
} else {
  const outdated = files.filter(
    ({ path, text }) => readFileSync(new URL(path, packages), 'utf8') !== text,
  );
  if (outdated.length === 0) {
    console.log(`${counts}, as committed`);
  } else {
    console.error(
      `The specification gives something else than is committed in ${outdated.map(({ path }) => `packages/${path}`).join(' and ')}. Run \`node tools/catalogue/generate.ts --spec FILE\` and commit the result.`,
    );
    process.exit(1);
  }
}
