// A composite action: its steps in a scope of their own, with the action's inputs and outputs.
import { stepScope } from '../expressions/contexts.ts';
import { interpolateAll } from '../expressions/interpolate.ts';
import type { ActionUse, JobState, StepScope } from '../job/job-state.ts';
import { logDetails } from '../log/log-details.ts';
import type { CompositeAction } from '../workflow/types.ts';
import { annotate } from './annotate.ts';
import type { StepRun } from './conduct-step.ts';
import { findInputProblems, readInputs } from './read-inputs.ts';
import type { PhaseEnd } from './run-phase.ts';
// oxlint-disable-next-line import/no-cycle -- a composite action has steps, which can be composite actions.
import { runStep } from './run-step.ts';

export interface CompositeUse extends Pick<ActionUse, 'scope' | 'step' | 'displayName' | 'github'> {
  readonly action: CompositeAction;
}

export async function runComposite(
  state: JobState,
  use: CompositeUse,
  run: StepRun,
): Promise<PhaseEnd> {
  const { step, action, scope, github } = use;
  const inputs = readInputs(state, { step, action, place: { scope, github, env: run.env } });
  for (const message of findInputProblems({ step, action })) {
    annotate(state, { level: 'warning', message, step: use.displayName });
  }
  logDetails(state.log, { title: use.displayName, uses: step.uses, with: inputs, env: run.env });

  const inner: StepScope = {
    composite: true,
    steps: {},
    inputs,
    env: run.ownEnv,
    github: { ...scope.github, ...github, action_path: action.directory },
    runDefaults: {},
    actionIds: scope.actionIds,
    status: 'success',
  };
  // Only a cancellation after this point cancels this action.
  const onCancel = (): void => {
    inner.status = 'cancelled';
  };
  state.cancel.addEventListener('abort', onCancel);
  let failed = false;
  let exitCode: number | undefined;
  for (const innerStep of action.steps) {
    // After the timeout no step starts, whatever its condition is.
    if (run.cancel.aborted && !state.cancel.aborted) break;
    const result = await runStep(state, { scope: inner, step: innerStep, parent: run.cancel });
    if (result.conclusion === 'failure') {
      failed = true;
      exitCode ??= result.exitCode;
    }
  }
  state.cancel.removeEventListener('abort', onCancel);
  const env = { ...Object.fromEntries(state.globalEnv), ...run.ownEnv };
  const outputs = interpolateAll(action.outputs, stepScope(state, { scope: inner, env }));
  return { failed, exitCode, outputs };
}
