// The contexts that an expression may read at each place, as in GitHub's table of context availability. For
// example, a default in an action.yml cannot read env, secrets or steps.
import type { JobState, JobStatus, StepScope } from '../job/job-state.ts';
import type { ExpressionScope } from './evaluate.ts';

/** The `github` context as a step sees it. */
export function githubContext(
  state: JobState,
  members: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return { ...state.contexts.github, ...members };
}

/** For a default of an action's input. */
export function inputDefaultScope(
  state: JobState,
  members: Readonly<Record<string, string>>,
): ExpressionScope {
  const { runner, strategy, matrix } = state.contexts;
  const github = githubContext(state, members);
  return { contexts: { github, strategy, matrix, job: jobContext(state), runner } };
}

export interface StepPlace {
  readonly scope: StepScope;
  readonly env: Readonly<Record<string, string>>;
  /** Members of the `github` context that belong to the step. */
  readonly github?: Readonly<Record<string, string>>;
}

/** For the members of a step, except `if`. */
export function stepScope(state: JobState, place: StepPlace): ExpressionScope {
  const { secrets } = state.contexts;
  const { contexts } = stepScopeWithoutSecrets(state, place);
  return { contexts: place.scope.composite ? contexts : { ...contexts, secrets } };
}

/** For the `if` of a step. `status` is the job's, or the composite action's so far. */
export function conditionScope(
  state: JobState,
  place: StepPlace,
  status: JobStatus,
): ExpressionScope {
  const functions = {
    ...statusFunctions(status),
    // A composite action that starts in a cancelled job begins with a success of its own.
    cancelled: () => state.cancel.aborted,
  };
  return { ...stepScopeWithoutSecrets(state, place), functions };
}

export function statusFunctions(status: JobStatus): Readonly<Record<string, () => boolean>> {
  return {
    always: () => true,
    success: () => status === 'success',
    failure: () => status === 'failure',
    cancelled: () => status === 'cancelled',
  };
}

function stepScopeWithoutSecrets(state: JobState, place: StepPlace): ExpressionScope {
  const { runner, strategy, matrix, vars, needs } = state.contexts;
  const { scope, env } = place;
  const shared = {
    github: githubContext(state, { ...scope.github, ...place.github }),
    env,
    job: jobContext(state),
    steps: scope.steps,
    inputs: scope.inputs,
    runner,
    strategy,
    matrix,
  };
  return { contexts: scope.composite ? shared : { ...shared, vars, needs } };
}

function jobContext(state: JobState): Readonly<Record<string, unknown>> {
  return { status: state.scope.status, check_run_id: state.contexts.checkRunId ?? null };
}
