// One run over every house that has tests. Type tests (`*.test-d.ts`) are tsc's: see `typecheck`.
import { globSync } from 'node:fs';

import { defineConfig, type ViteUserConfig } from 'vitest/config';

const houses = globSync('{packages,actions,tools}/*/test', { cwd: import.meta.dirname });

const complete = { lines: 100, branches: 100, functions: 100, statements: 100 };

const config: ViteUserConfig = defineConfig({
  test: {
    projects: houses.map((tests) => ({
      extends: true as const,
      root: tests.replace(/\/test$/, ''),
      test: { name: tests.split('/')[1] ?? tests, include: ['test/**/*.test.ts'] },
    })),
    // Files share a worker's modules: importing them anew for each file is half of the time. The workflow
    // `weekly.yml` runs the tests isolated and in random order.
    isolate: false,
    // Scenarios start bundles as child processes, several at once, on small CI machines.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      // A command's entry file only reads the environment and the exit code; its tests start it.
      exclude: ['**/generated/**', 'packages/*/src/cli.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: {
        'packages/exo-iam/src/**': complete,
        'packages/exo-operations/src/**': complete,
        'packages/exo-signer/src/**': complete,
        'packages/exo-sim/src/**': complete,
        'packages/seal/src/**': complete,
      },
    },
  },
});

export default config;
