// Writes the facts of packages/exo-operations from the official OpenAPI specification, which itself
// is not committed.
//
//   node tools/catalogue/generate.ts --spec FILE [--check]
//
// With --check nothing is written: exit code 1 says that the committed file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { deriveRows, type Specification } from './derive-rows.ts';
import { renderRows } from './render-rows.ts';

const { values } = parseArgs({
  options: { spec: { type: 'string' }, check: { type: 'boolean', default: false } },
});
if (values.spec === undefined) {
  console.error('Name the specification: node tools/catalogue/generate.ts --spec FILE [--check]');
  process.exit(2);
}

const target = new URL(
  '../../packages/exo-operations/src/generated/operation-rows.ts',
  import.meta.url,
);
const specification = JSON.parse(readFileSync(values.spec, 'utf8')) as Specification;
const rows = deriveRows(specification);
const text = renderRows(rows, specification.info.version);

if (!values.check) {
  writeFileSync(target, text);
  console.log(`${rows.length} operations written`);
} else if (readFileSync(target, 'utf8') === text) {
  console.log(`${rows.length} operations, as committed`);
} else {
  console.error(
    'The committed catalogue differs from the specification. Run `node tools/catalogue/generate.ts --spec FILE` and commit the result.',
  );
  process.exit(1);
}
