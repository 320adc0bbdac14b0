// The tests of one package alone, for StrykerJS: it starts them with each mutant in turn.
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Stryker copies the repository, and this file with it: the folder is looked for beside the copy.
const root = new URL('../../', import.meta.url);

const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL(process.env['MUTANTS_FOLDER'] ?? '', root)),
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
});

export default config;
