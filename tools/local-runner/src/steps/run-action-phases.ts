// The pre and post of JavaScript actions, which frame the steps of a job.
import type { ActionUse, JobState } from '../job/job-state.ts';
import { conductStep } from './conduct-step.ts';
import { runNodeAction } from './run-node-action.ts';
import { displayName, findAction, stepMembers } from './run-step.ts';

/** `pre` of the job's actions, in order. Actions of the workspace (`./`) have none on GitHub. */
export async function runPres(state: JobState): Promise<void> {
  const { scope } = state;
  for (const step of state.job.steps) {
    if (step.kind !== 'uses') continue;
    const { reference, action } = findAction(state, step);
    if (action?.using !== 'node' || !action.pre || reference.repository === undefined) continue;
    const use: ActionUse = {
      step,
      action,
      scope,
      savedState: new Map(),
      displayName: displayName(state, { scope, step }),
      github: stepMembers(state, { scope, step }),
    };
    state.startedUses.set(step, use);
    await runFrame(state, { use, phase: 'pre' });
  }
}

/** `post` of the actions whose main or pre was started, the latest first. */
export async function runPosts(state: JobState): Promise<void> {
  for (let use = state.posts.pop(); use; use = state.posts.pop()) {
    await runFrame(state, { use, phase: 'post' });
  }
}

async function runFrame(
  state: JobState,
  { use, phase }: { readonly use: ActionUse; readonly phase: 'pre' | 'post' },
): Promise<void> {
  const { action, step, scope, github } = use;
  const stepName = `${phase === 'pre' ? 'Pre' : 'Post'} ${use.displayName}`;
  const result = await conductStep(state, {
    step,
    scope,
    github,
    phase,
    name: stepName,
    condition: (phase === 'pre' ? action.preIf : action.postIf) ?? 'always()',
    impliesSuccess: false,
    parent: state.cancel,
    body: (run) => {
      if (phase === 'pre' && action.post !== undefined) state.posts.push(use);
      return runNodeAction(state, { use, phase, stepName }, run);
    },
  });
  state.results.push(result);
  if (result.conclusion === 'failure' && state.scope.status === 'success') {
    state.scope.status = 'failure';
  }
}
