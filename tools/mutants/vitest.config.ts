// The tests of one package or a part of it, for StrykerJS: it starts them with each mutant in turn. The
// first test that fails ends a mutant's run, so the tests that are most likely to fail go first.
import { basename } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

import { mutantSubjects } from './subjects.ts';

const { folder = '', part, slow = [] } = mutantSubjects[process.env['MUTANTS_SUBJECT'] ?? ''] ?? {};

class LikeliestFirst extends BaseSequencer {
  override sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ''] = this.ctx.config.related ?? [];
    const rank = ({ moduleId }: TestSpecification): number => {
      const name = basename(moduleId);
      return name === basename(mutated).replace(/\.ts$/, '.test.ts') ? -2 : slow.indexOf(name);
    };
    return Promise.resolve(specifications.toSorted((a, b) => rank(a) - rank(b)));
  }
}

const config: ViteUserConfig = defineConfig({
  // Stryker copies the repository, and this file with it: the folder is looked for beside the copy.
  root: fileURLToPath(new URL(`../../${folder}`, import.meta.url)),
  test: {
    include: [part ? `test/${part}/**/*.test.ts` : 'test/**/*.test.ts'],
    isolate: false,
    sequence: { sequencer: LikeliestFirst },
    // Longer than StrykerJS waits: a slow machine must not make a test fail.
    testTimeout: 120_000,
  },
});

export default config;
