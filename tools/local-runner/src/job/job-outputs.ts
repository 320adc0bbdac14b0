// The outputs of a job. GitHub drops one that masking would change, even by a part of it.
import { stepScope } from '../expressions/contexts.ts';
import { interpolate } from '../expressions/interpolate.ts';
import { messageOf } from '../message-of.ts';
import { annotate } from '../steps/annotate.ts';
import type { JobState } from './job-state.ts';

export function readJobOutputs(state: JobState): Readonly<Record<string, string>> {
  const { job, scope, globalEnv, masks } = state;
  const outputs: Record<string, string> = {};
  const expressions = stepScope(state, { scope, env: Object.fromEntries(globalEnv) });
  for (const [name, template] of Object.entries(job.outputs)) {
    let value: string;
    try {
      value = interpolate(template, expressions);
    } catch (error) {
      const message = messageOf(error);
      annotate(state, { level: 'error', message, step: 'Complete job' });
      if (scope.status === 'success') scope.status = 'failure';
      continue;
    }
    if (masks.mask(value) === value) {
      outputs[name] = value;
    } else {
      const message = `Skip output '${name}' since it may contain secret.`;
      annotate(state, { level: 'warning', message, step: 'Complete job' });
    }
  }
  return outputs;
}
