// Runs a job once, for one leg of its matrix, from its private folder to its outputs.
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';

import { statusFunctions } from '../expressions/contexts.ts';
import { evaluateCondition, interpolate, interpolateAll } from '../expressions/interpolate.ts';
import type { JobResult } from '../job-result.ts';
import { createJobLog } from '../log/job-log.ts';
import { logJobEnd, logJobStart } from '../log/log-job.ts';
import { createSecretMasks } from '../masks/secret-masks.ts';
import { githubClaims } from '../oidc/github-claims.ts';
import type { IdTokenVariables } from '../oidc/start-issuer.ts';
import { killOrphans } from '../process/kill-orphans.ts';
import { pickHostEnvironment } from '../process/step-environment.ts';
import type { RunJobOptions } from '../run-job-options.ts';
import { runPosts, runPres } from '../steps/run-action-phases.ts';
import { runStep } from '../steps/run-step.ts';
import type { LoadedAction } from '../workflow/load-actions.ts';
import type { Workflow } from '../workflow/types.ts';
import { createContexts } from './create-contexts.ts';
import type { MatrixLeg } from './expand-matrix.ts';
import { watchJob } from './job-cancellation.ts';
import { createJobDirectories } from './job-directories.ts';
import type { PrivateFolder } from './job-directories.ts';
import { readJobOutputs } from './job-outputs.ts';
import type { JobContexts, JobState, StepScope } from './job-state.ts';

export interface LegToRun {
  readonly options: RunJobOptions;
  readonly workspace: string;
  readonly workflow: Workflow;
  readonly actions: ReadonlyMap<string, LoadedAction>;
  readonly leg: MatrixLeg;
  /** Of the `inputs` context. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

export async function runLeg(request: LegToRun): Promise<JobResult> {
  const { options, workflow, leg } = request;
  const folder = await createJobDirectories(resolve(request.workspace));
  const trackingId = `github_${randomUUID()}`;
  try {
    const { directories } = folder;
    const contexts = createContexts({
      options,
      workflow,
      directories,
      leg,
      inputs: request.inputs,
      trackingId,
    });
    await folder.writeEvent(contexts.github['event']);
    return await conductJob(request, { folder, contexts, trackingId });
  } finally {
    // Again, for a run that ended with an error.
    await killOrphans(trackingId);
    await folder.remove();
  }
}

interface Prepared {
  readonly trackingId: string;
  readonly folder: PrivateFolder;
  readonly contexts: JobContexts;
}

async function conductJob(request: LegToRun, prepared: Prepared): Promise<JobResult> {
  const { options, workflow } = request;
  const masks = createSecretMasks();
  const { secrets, github } = prepared.contexts;
  // The token may be given only as a member of `github`.
  for (const secret of [...Object.values(secrets), github['token']]) {
    if (typeof secret === 'string') masks.add(secret);
  }
  const log = createJobLog({ masks, write: options.write, color: options.color ?? false });
  const watch = watchJob({ options, timeoutMinutes: workflow.job.timeoutMinutes });
  try {
    const state = createState(request, {
      ...prepared,
      masks,
      log,
      cancel: watch.cancel,
      force: watch.force,
    });
    watch.onCancel(() => {
      state.scope.status = 'cancelled';
    });
    const startedAt = state.now();
    logJobStart(state, workflow);
    const ran = await runSteps(state);
    const outputs = ran ? readJobOutputs(state) : {};
    const conclusion = ran ? state.scope.status : 'skipped';
    const orphans = await killOrphans(prepared.trackingId);
    if (orphans.length > 0) log.line(`Terminated ${orphans.length} orphan processes.`, 'dim');
    watch.report(state);
    logJobEnd(state, { conclusion, durationMs: state.now() - startedAt });
    const { results: steps, summaries, annotations } = state;
    return { conclusion, steps, outputs, summaries, annotations, log: log.text() };
  } finally {
    watch.dispose();
  }
}

/** False when the job's `if` was. */
async function runSteps(state: JobState): Promise<boolean> {
  const { job, scope, results } = state;
  const { github, needs, vars, inputs } = state.contexts;
  const functions = statusFunctions('success');
  const condition = { contexts: { github, needs, vars, inputs }, functions };
  if (!evaluateCondition(job.if ?? '', condition, { impliesSuccess: true })) return false;
  await runPres(state);
  for (const step of job.steps) {
    results.push(await runStep(state, { scope, step, parent: state.cancel }));
  }
  await runPosts(state);
  return true;
}

type StateParts = Prepared & Pick<JobState, 'masks' | 'log' | 'cancel' | 'force'>;

function createState(request: LegToRun, parts: StateParts): JobState {
  const { options, workflow, actions } = request;
  const { contexts, folder, masks, log, cancel, force } = parts;
  const scope: StepScope = {
    composite: false,
    steps: {},
    inputs: contexts.inputs,
    env: {},
    github: {},
    runDefaults: { ...workflow.runDefaults, ...workflow.job.runDefaults },
    actionIds: new Set(),
    status: cancel.aborted ? 'cancelled' : 'success',
  };
  const idToken = idTokenVariables(request, contexts);
  if (idToken) masks.add(idToken.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
  const host = pickHostEnvironment(process.env, options.hostEnv ?? []);
  return {
    options,
    job: workflow.job,
    contexts,
    directories: folder.directories,
    actions,
    masks,
    log,
    scope,
    cancel,
    force,
    baseEnv: { ...host, ...options.env, ...idToken },
    globalEnv: new Map(Object.entries(evaluateJobEnv(workflow, contexts))),
    prependedPath: [],
    posts: [],
    startedUses: new Map(),
    results: [],
    summaries: [],
    annotations: [],
    now: options.now ?? Date.now,
  };
}

function idTokenVariables(
  { options, workflow }: LegToRun,
  { github, checkRunId, vars, inputs, needs, matrix }: JobContexts,
): IdTokenVariables | undefined {
  const { writesIdToken, environment = '' } = workflow.job;
  if (!options.issuer || !writesIdToken) return undefined;
  const contexts = { github, vars, inputs, needs, matrix };
  return options.issuer.register(
    githubClaims({ github, checkRunId, environment: interpolate(environment, { contexts }) }),
  );
}

function evaluateJobEnv(
  workflow: Workflow,
  contexts: JobContexts,
): Readonly<Record<string, string>> {
  const { github, secrets, inputs, vars, needs, strategy, matrix } = contexts;
  const forWorkflow = { github, secrets, inputs, vars };
  const forJob = { ...forWorkflow, needs, strategy, matrix };
  return {
    ...interpolateAll(workflow.env, { contexts: forWorkflow }),
    ...interpolateAll(workflow.job.env, { contexts: forJob }),
  };
}
