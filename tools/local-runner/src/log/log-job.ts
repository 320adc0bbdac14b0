// The first and the last lines of a job's log.
import { relative, resolve } from 'node:path';

import { interpolate } from '../expressions/interpolate.ts';
import type { JobConclusion, JobState } from '../job/job-state.ts';
import type { Workflow } from '../workflow/types.ts';
import { formatDuration } from './format-duration.ts';
import type { LineStyle } from './job-log.ts';
import { logStepList } from './log-step-end.ts';

export function logJobStart(state: JobState, workflow: Workflow): void {
  const { log, options, directories } = state;
  const path = relative(directories.workspace, resolve(options.workflowFile));
  const file = path.startsWith('..') ? options.workflowFile : path;
  log.line(`${describeJob(state, workflow)}  ${file}`, 'bold');
}

/** As on GitHub: a name with expressions already shows the leg of the matrix. */
function describeJob({ contexts }: JobState, { job }: Workflow): string {
  const { github, needs, strategy, matrix, vars, inputs } = contexts;
  const name = job.name ?? job.id;
  if (name.includes('${{')) {
    return interpolate(name, { contexts: { github, needs, strategy, matrix, vars, inputs } });
  }
  const values = Object.values(matrix ?? {}).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  return values.length > 0 ? `${name} (${values.join(', ')})` : name;
}

const endings: Readonly<Record<JobConclusion, { verb: string; style: LineStyle }>> = {
  success: { verb: 'succeeded', style: 'green' },
  failure: { verb: 'failed', style: 'red' },
  cancelled: { verb: 'was cancelled', style: 'yellow' },
  skipped: { verb: 'was skipped', style: 'dim' },
};

export function logJobEnd(
  state: JobState,
  end: { readonly conclusion: JobConclusion; readonly durationMs: number },
): void {
  const { verb, style } = endings[end.conclusion];
  state.log.line('');
  logStepList(state.log, state.results);
  state.log.line(`${state.job.id} ${verb} after ${formatDuration(end.durationMs)}`, style);
}
