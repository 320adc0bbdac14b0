// One phase of a JavaScript action.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { StepPhase } from '../job-result.ts';
import type { ActionUse, JobState } from '../job/job-state.ts';
import { logDetails } from '../log/log-details.ts';
import { annotate } from './annotate.ts';
import type { StepRun } from './conduct-step.ts';
import { toInputVariables, toStateVariables } from './phase-variables.ts';
import { findInputProblems, readInputs } from './read-inputs.ts';
import { runPhase } from './run-phase.ts';
import type { PhaseEnd } from './run-phase.ts';

export interface NodePhase {
  readonly use: ActionUse;
  readonly phase: StepPhase;
  readonly stepName: string;
}

export async function runNodeAction(
  state: JobState,
  { use, phase, stepName }: NodePhase,
  run: StepRun,
): Promise<PhaseEnd> {
  const { step, action, scope, github, savedState } = use;
  const script = join(action.directory, action[phase] ?? '');
  // Inputs are read anew for each phase: expressions in `with` may have changed their value.
  const inputs = readInputs(state, { step, action, place: { scope, github, env: run.env } });
  if (phase === 'main') {
    for (const message of findInputProblems({ step, action })) {
      annotate(state, { level: 'warning', message, step: stepName });
    }
  }
  if (!existsSync(script)) throw new Error(`File not found: '${script}'. Build the action first.`);
  if (phase === 'post') state.log.line('Post job cleanup.', 'dim');
  else logDetails(state.log, { title: stepName, uses: step.uses, with: inputs, env: run.env });
  const before = state.annotations.length;
  const end = await runPhase(state, {
    file: state.options.node ?? process.execPath,
    args: [script],
    cwd: state.directories.workspace,
    env: run.env,
    action: { ...toInputVariables(inputs), ...toStateVariables(savedState) },
    github,
    stepName,
    savedState,
    cancel: run.cancel,
  });
  const silent = !state.annotations.slice(before).some(({ level }) => level === 'error');
  if (end.failed && silent && !run.cancel.aborted) {
    // GitHub prints nothing here. This line shows the reason.
    state.log.line(`Process completed with exit code ${end.exitCode ?? 'unknown'}.`, 'red');
  }
  return end;
}
