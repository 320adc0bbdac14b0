// Writes the licences of everything in a bundle, our own packages included, after ncc has built it. ncc's
// option for it forgets the packages of the entry as soon as a bundle has a second chunk.
//
//   node tools/licenses/write.ts STATS OUTPUT
//
// STATS is what `ncc --stats-out` wrote, and is deleted.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

import { renderLicenses } from './render-licenses.ts';

interface Module {
  readonly nameForCondition?: string | null;
  readonly chunks?: readonly unknown[];
  readonly modules?: readonly Module[];
}

const [stats = '', output = ''] = process.argv.slice(2);
const { modules } = JSON.parse(readFileSync(stats, 'utf8')) as { readonly modules: Module[] };
const used = modules.filter(({ chunks = [] }) => chunks.length > 0);
writeFileSync(output, renderLicenses(filesOf(used)));
rmSync(stats);

/** The files of modules, and of those that are merged into one module. */
function filesOf(found: readonly Module[]): string[] {
  return found.flatMap(({ nameForCondition, modules: merged = [] }) => [
    ...(nameForCondition ? [nameForCondition] : []),
    ...filesOf(merged),
  ]);
}
