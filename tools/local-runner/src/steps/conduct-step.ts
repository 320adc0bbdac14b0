// The frame around every step and every pre and post of an action: its condition, its time-out,
// cancellation, continue-on-error, the lines that open and close it in the log, and its result.
import { conditionScope, stepScope } from '../expressions/contexts.ts';
import { evaluateCondition, interpolate, interpolateAll } from '../expressions/interpolate.ts';
import type { StepPhase, StepResult, StepStatus } from '../job-result.ts';
import type { JobState, JobStatus, StepScope } from '../job/job-state.ts';
import { logStepEnd } from '../log/log-step-end.ts';
import { messageOf } from '../message-of.ts';
import { watchStep } from '../process/step-cancellation.ts';
import type { StepCancellation } from '../process/step-cancellation.ts';
import type { Step } from '../workflow/types.ts';
import { annotate } from './annotate.ts';
import type { PhaseEnd } from './run-phase.ts';

export interface StepPlan {
  readonly scope: StepScope;
  readonly step: Step;
  readonly phase: StepPhase;
  readonly name: string;
  /** Members of the `github` context that belong to this step. */
  readonly github: Readonly<Record<string, string>>;
  readonly condition: string;
  /** Whether the condition implies `success()`. */
  readonly impliesSuccess: boolean;
  /** Cancels the step, unless its condition holds nevertheless. */
  readonly parent: AbortSignal;
  /** The work of the step, if it runs. */
  readonly body: (run: StepRun) => Promise<PhaseEnd>;
}

export interface StepRun {
  /** The `env` context: the job's, the surrounding composite steps' and the step's own. */
  readonly env: Readonly<Record<string, string>>;
  /** The part of these from the `env:` blocks of this step and the composite steps around it. */
  readonly ownEnv: Readonly<Record<string, string>>;
  readonly cancel: AbortSignal;
}

interface StepEnd extends PhaseEnd {
  readonly outcome: StepStatus;
}

const nothing = { failed: false, exitCode: undefined, outputs: {} } as const;

/** Never throws for a mistake of the workflow, which is a failed step. */
export async function conductStep(state: JobState, plan: StepPlan): Promise<StepResult> {
  const startedAt = state.now();
  const end = await runOrSkip(state, plan);
  const tolerated = end.outcome === 'failure' && continuesOnError(state, plan);
  const result: StepResult = {
    name: state.masks.mask(plan.name),
    id: plan.step.id,
    phase: plan.phase,
    outcome: end.outcome,
    conclusion: tolerated ? 'success' : end.outcome,
    outputs: end.outputs,
    exitCode: end.exitCode,
    durationMs: state.now() - startedAt,
  };
  if (result.conclusion === 'failure' && plan.scope.status === 'success') {
    plan.scope.status = 'failure';
  }
  logStepEnd(state.log, result);
  return result;
}

async function runOrSkip(state: JobState, plan: StepPlan): Promise<StepEnd> {
  const { scope, step, github } = plan;
  let opened = false;
  let watch: StepCancellation | undefined;
  try {
    const inherited = { ...Object.fromEntries(state.globalEnv), ...scope.env };
    const blocks = interpolateAll(step.env, stepScope(state, { scope, github, env: inherited }));
    const env = { ...inherited, ...blocks };
    const holds = (status: JobStatus): boolean =>
      evaluateCondition(
        plan.condition,
        conditionScope(state, { scope, github, env }, status),
        plan,
      );

    // Pre and post use the status of the job, even inside a composite action.
    const { status } = plan.phase === 'main' ? scope : state.scope;
    if (state.force.aborted || !holds(status)) {
      return { ...nothing, outcome: 'skipped' };
    }
    state.log.openGroup(plan.name);
    opened = true;
    watch = watchStep({
      parent: plan.parent,
      // A timeout of a composite step also cancels the steps inside, whatever their condition is.
      survives: () => state.cancel.aborted && holds('cancelled'),
      timeoutMs: readTimeoutMs(
        interpolate(step.timeoutMinutes ?? '', stepScope(state, { scope, github, env })),
      ),
    });
    const ownEnv = { ...scope.env, ...blocks };
    return judge(state, {
      plan,
      watch,
      end: await plan.body({ env, ownEnv, cancel: watch.signal }),
    });
  } catch (error) {
    const message = messageOf(error);
    annotate(state, { level: 'error', message, step: plan.name });
    return { ...nothing, failed: true, outcome: 'failure' };
  } finally {
    watch?.dispose();
    if (opened) state.log.closeGroup();
  }
}

function judge(
  state: JobState,
  run: { readonly plan: StepPlan; readonly watch: StepCancellation; readonly end: PhaseEnd },
): StepEnd {
  const { plan, watch, end } = run;
  const reason = state.force.aborted ? 'cancelled' : watch.reason();
  if (reason === 'timeout') {
    const message = `The action '${plan.name}' has timed out after ${plan.step.timeoutMinutes ?? ''} minutes.`;
    annotate(state, { level: 'error', message, step: plan.name });
    return { ...end, outcome: 'failure' };
  }
  if (reason === 'cancelled') {
    const message = 'The operation was canceled.';
    annotate(state, { level: 'error', message, step: plan.name });
    return { ...end, outcome: 'cancelled' };
  }
  return { ...end, outcome: end.failed ? 'failure' : 'success' };
}

function readTimeoutMs(minutes: string): number | undefined {
  if (minutes === '') return undefined;
  const value = Number(minutes);
  if (!(value > 0)) {
    throw new RangeError(`timeout-minutes is ${minutes}. Expected a number greater than 0.`);
  }
  return value * 60_000;
}

function continuesOnError(state: JobState, plan: StepPlan): boolean {
  const { scope, github, step } = plan;
  const env = { ...Object.fromEntries(state.globalEnv), ...scope.env };
  try {
    const scopeHere = stepScope(state, { scope, github, env });
    return interpolate(step.continueOnError ?? 'false', scopeHere).trim() === 'true';
  } catch (error) {
    const message = messageOf(error);
    annotate(state, { level: 'error', message, step: plan.name });
    return false;
  }
}
