// Runs the vectors in workerd, the runtime of Cloudflare Workers, as a test of its own kind.
import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { InteropContext } from '../../src/part.ts';
import type { Outcome } from './judge-outcome.ts';
import { readOutcome } from './read-outcome.ts';

export function runWorkerd(
  context: InteropContext,
  { binary, folder }: { readonly binary: string; readonly folder: string },
): Promise<Outcome> {
  const config = join(folder, 'workerd.capnp');
  writeFileSync(config, describeWorker(folder));
  return readOutcome(context, [binary, 'test', config], folder);
}

// Every module by its path: workerd resolves the imports between them itself.
function describeWorker(folder: string): string {
  const library = globSync('node_modules/@x/exo-signer/dist/**/*.js', { cwd: folder });
  // The entry for node:crypto is another package as far as a Worker is concerned.
  const own = library.filter((path) => !path.includes('/dist/node/'));
  const modules = ['worker.mjs', 'sign-vectors.mjs', 'vectors.mjs', ...own.sort()].map(
    (path) => `    ( name = "${path}", esModule = embed "${path}" ),`,
  );
  return [
    'using Workerd = import "/workerd/workerd.capnp";',
    'const config :Workerd.Config = ( services = [ ( name = "main", worker = .signer ) ] );',
    'const signer :Workerd.Worker = (',
    '  compatibilityDate = "2026-01-01",',
    '  modules = [',
    ...modules,
    '  ],',
    ');',
    '',
  ].join('\n');
}
