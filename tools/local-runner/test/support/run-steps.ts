// Runs a workflow given as text, in the fixtures' folder, and collects what was written.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { runJob } from '../../src/index.ts';
import type { JobResult, RunJobOptions } from '../../src/index.ts';

export const fixtures: string = join(import.meta.dirname, '..', 'fixtures');

type Options = Partial<RunJobOptions>;

/** A temporary file with this text. */
export async function writeWorkflow(text: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'workflow-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const file = join(directory, 'workflow.yml');
  await writeFile(file, text);
  return file;
}

export async function runWorkflow(text: string, options: Options = {}): Promise<JobResult> {
  return runJob({
    workflowFile: await writeWorkflow(text),
    workspace: fixtures,
    localActions: { 'x/exo-lease': fixtures },
    write: () => {},
    ...options,
  });
}

/** The `steps:` of a job with nothing else to say. `before` goes in front of them, at job level. */
export async function runSteps(
  steps: string,
  options: Options & { before?: string } = {},
): Promise<JobResult> {
  const { before = '', ...rest } = options;
  const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');
  return runWorkflow(
    `name: test\non: workflow_dispatch\njobs:\n  job:\n    runs-on: ubuntu-latest\n${indent(before)}\n    steps:\n${indent(steps)}\n`,
    rest,
  );
}
