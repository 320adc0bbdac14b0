// One entry of a `steps:` list, in a job or in a composite action.
import { stepScope } from '../expressions/contexts.ts';
import { interpolate } from '../expressions/interpolate.ts';
import type { StepResult } from '../job-result.ts';
import type { ActionUse, JobState, StepScope } from '../job/job-state.ts';
import type { LoadedAction } from '../workflow/load-actions.ts';
import type { Step, UsesStep } from '../workflow/types.ts';
import { annotate } from './annotate.ts';
import { conductStep } from './conduct-step.ts';
import type { StepRun } from './conduct-step.ts';
// oxlint-disable-next-line import/no-cycle -- see run-composite.
import { runComposite } from './run-composite.ts';
import { runNodeAction } from './run-node-action.ts';
import type { PhaseEnd } from './run-phase.ts';
import { runScript } from './run-script.ts';

export interface StepToRun {
  readonly scope: StepScope;
  readonly step: Step;
  readonly parent: AbortSignal;
}

export async function runStep(state: JobState, entry: StepToRun): Promise<StepResult> {
  const { scope, step, parent } = entry;
  const name = displayName(state, entry);
  const github = stepMembers(state, entry);
  const result = await conductStep(state, {
    scope,
    step,
    parent,
    name,
    github,
    phase: 'main',
    condition: step.if ?? '',
    impliesSuccess: true,
    body: (run) =>
      step.kind === 'run'
        ? runScript(state, { scope, step, name, github }, run)
        : runUses(state, { scope, step, displayName: name, github }, run),
  });
  if (step.id !== undefined) {
    const { outputs, outcome, conclusion } = result;
    scope.steps[step.id] = { outputs, outcome, conclusion };
  }
  return result;
}

type Use = Pick<ActionUse, 'scope' | 'step' | 'displayName' | 'github'>;

async function runUses(state: JobState, start: Use, run: StepRun): Promise<PhaseEnd> {
  const { reference, action } = findAction(state, start.step);
  if (!action) {
    state.log.line(`${start.step.uses} is provided by the local runner.`, 'dim');
    return { failed: false, exitCode: undefined, outputs: {} };
  }
  if (action.using === 'composite') return runComposite(state, { ...start, action }, run);
  const use = state.startedUses.get(start.step) ?? { ...start, action, savedState: new Map() };
  if (action.pre !== undefined && reference.repository === undefined) {
    const message = `\`pre\` execution is not supported for local action from '${start.step.uses}'`;
    annotate(state, { level: 'warning', message, step: start.displayName });
  }
  // Before main starts, so that a main that is killed leaves its post behind.
  if (action.post !== undefined && !state.posts.includes(use)) state.posts.push(use);
  return runNodeAction(state, { use, phase: 'main', stepName: start.displayName }, run);
}

export function findAction(state: JobState, step: UsesStep): LoadedAction {
  const loaded = state.actions.get(step.uses);
  if (!loaded) throw new Error(`${step.uses} was not read before the job started.`);
  return loaded;
}

/** The step's name, or its text in the file if it cannot be evaluated. */
export function displayName(state: JobState, { scope, step }: Omit<StepToRun, 'parent'>): string {
  const template = step.name ?? `Run ${step.kind === 'uses' ? step.uses : firstLine(step.run)}`;
  const env = { ...Object.fromEntries(state.globalEnv), ...scope.env };
  try {
    return interpolate(template, stepScope(state, { scope, env }));
  } catch {
    return template;
  }
}

function firstLine(script: string): string {
  return script.trim().split('\n')[0] ?? '';
}

/** The members of `github` about this step: `action`, and the source of its action. */
export function stepMembers(
  state: JobState,
  { scope, step }: Omit<StepToRun, 'parent'>,
): Readonly<Record<string, string>> {
  if (step.kind === 'run') {
    const action = uniqueId(scope, step.id ?? '__run');
    return { ...scope.github, action, action_repository: '', action_ref: '' };
  }
  const { reference } = findAction(state, step);
  return {
    ...scope.github,
    action: uniqueId(scope, step.id ?? reference.defaultId),
    action_repository: reference.repository ?? '',
    action_ref: reference.ref ?? '',
  };
}

function uniqueId(scope: StepScope, id: string): string {
  let unique = id;
  for (let count = 2; scope.actionIds.has(unique); count += 1) unique = `${id}_${count}`;
  scope.actionIds.add(unique);
  return unique;
}
