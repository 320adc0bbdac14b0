// Reads a workflow file and runs one of its jobs, leg by leg.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { LocalRunnerError } from './errors.ts';
import type { JobResult } from './job-result.ts';
import { expandMatrix } from './job/expand-matrix.ts';
import { runLeg } from './job/run-leg.ts';
import type { RunJobOptions } from './run-job-options.ts';
import { loadActions } from './workflow/load-actions.ts';
import { readWorkflow } from './workflow/read-workflow.ts';
import type { Workflow } from './workflow/types.ts';

/**
 * Runs one job of a workflow file on this machine.
 *
 * A step that fails makes a job that fails, which is a result. A job that cannot run at all throws an error
 * before the first step starts.
 *
 * @throws {LocalRunnerError} With the code of the problem.
 * @example
 *   const result = await runJob({
 *     workflowFile: 'examples/deploy.yml',
 *     localActions: { 'x/exo-lease': '.' },
 *     write: (text) => process.stdout.write(text),
 *   });
 */
export async function runJob(options: RunJobOptions): Promise<JobResult> {
  const workflow = await readWorkflow(options.workflowFile, options.job);
  const { job } = workflow;
  const missing = job.needs.filter((name) => !Object.hasOwn(options.needs ?? {}, name));
  if (missing.length > 0) {
    const message = `The job ${job.id} needs ${missing.join(', ')}, and the local runner runs one job. Pass their results as \`needs\`.`;
    throw new LocalRunnerError('UNSUPPORTED', message);
  }
  const workspace = resolve(options.workspace ?? findRepositoryRoot(options.workflowFile));
  const actions = await loadActions(job.steps, {
    workspace,
    localActions: options.localActions ?? {},
    skippedActions: options.skippedActions ?? [],
  });
  const inputs = readDispatchInputs(workflow, options.inputs ?? {});
  const { github = {}, needs = {}, vars = {} } = options;
  const legs = expandMatrix({
    strategy: job.strategy,
    leg: options.matrix,
    scope: { contexts: { github, needs, vars, inputs } },
  });

  const results: JobResult[] = [];
  for (const leg of legs) {
    const result = await runLeg({ options, workspace, workflow, actions, leg, inputs });
    results.push(result);
    if (result.conclusion === 'cancelled' || (result.conclusion === 'failure' && leg.failFast))
      break;
  }
  return mergeLegs(results);
}

/** A boolean input is a boolean in the `inputs` context, although it is given as text. */
function readDispatchInputs(
  { inputDefaults }: Workflow,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(given).map(([name, value]) => [
    name,
    typeof inputDefaults[name] === 'boolean' ? value === 'true' : value,
  ]);
  return { ...inputDefaults, ...(Object.fromEntries(entries) as Record<string, unknown>) };
}

/** As GitHub does: the worst conclusion counts, and a later leg's output replaces an earlier one's. */
function mergeLegs(results: readonly JobResult[]): JobResult {
  const conclusions = results.map((result) => result.conclusion);
  const order = ['cancelled', 'failure', 'success', 'skipped'] as const;
  return {
    conclusion: order.find((conclusion) => conclusions.includes(conclusion)) ?? 'skipped',
    steps: results.flatMap((result) => result.steps),
    outputs: Object.assign({}, ...results.map((result) => result.outputs)) as JobResult['outputs'],
    summaries: results.flatMap((result) => result.summaries),
    annotations: results.flatMap((result) => result.annotations),
    log: results.map((result) => result.log).join(''),
  };
}

function findRepositoryRoot(file: string): string {
  const start = dirname(resolve(file));
  for (let directory = start; ; directory = dirname(directory)) {
    if (existsSync(resolve(directory, '.git'))) return directory;
    if (directory === dirname(directory)) return start;
  }
}
