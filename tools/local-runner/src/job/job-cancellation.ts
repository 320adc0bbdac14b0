// When to stop a whole job: on request, after its timeout, or after the time that GitHub gives to the rest of a
// cancelled job.
import { LocalRunnerError } from '../errors.ts';
import { longestTimerMs } from '../process/step-cancellation.ts';
import type { RunJobOptions } from '../run-job-options.ts';
import { annotate } from '../steps/annotate.ts';
import type { JobState } from './job-state.ts';

export interface JobWatch {
  readonly cancel: AbortSignal;
  readonly force: AbortSignal;
  onCancel(listener: () => void): void;
  /** The reason for the stop, if the job timed out. */
  report(state: JobState): void;
  dispose(): void;
}

export interface WatchJobOptions {
  readonly options: RunJobOptions;
  readonly timeoutMinutes: string | undefined;
}

const defaultTimeoutMinutes = 360;
const defaultCancelBudgetMs = 5 * 60_000;

/** @throws {LocalRunnerError} WORKFLOW_INVALID when the job's timeout-minutes is not a number. */
export function watchJob({ options, timeoutMinutes }: WatchJobOptions): JobWatch {
  const minutes = Number(timeoutMinutes ?? defaultTimeoutMinutes);
  if (!(minutes > 0)) {
    const message = `timeout-minutes is ${timeoutMinutes}. Expected a number greater than 0.`;
    throw new LocalRunnerError('WORKFLOW_INVALID', message);
  }
  const cancel = new AbortController();
  const force = new AbortController();
  let timedOut = false;
  let budget: NodeJS.Timeout | undefined;

  const onForce = (): void => {
    cancel.abort();
    force.abort();
  };
  const onCancel = (): void => {
    cancel.abort();
    budget ??= setTimeout(onForce, options.cancelBudgetMs ?? defaultCancelBudgetMs);
  };
  const onTimeout = (): void => {
    timedOut = true;
    onCancel();
  };
  const timeout = setTimeout(onTimeout, Math.min(minutes * 60_000, longestTimerMs));

  if (options.signal?.aborted) onCancel();
  if (options.forceSignal?.aborted) onForce();
  options.signal?.addEventListener('abort', onCancel);
  options.forceSignal?.addEventListener('abort', onForce);
  return {
    cancel: cancel.signal,
    force: force.signal,
    onCancel: (listener) => cancel.signal.addEventListener('abort', listener),
    report(state) {
      if (!timedOut) return;
      const message = `The job has exceeded the maximum execution time of ${minutes} minutes.`;
      annotate(state, { level: 'error', message, step: 'Complete job' });
    },
    dispose() {
      clearTimeout(timeout);
      clearTimeout(budget);
      options.signal?.removeEventListener('abort', onCancel);
      options.forceSignal?.removeEventListener('abort', onForce);
    },
  };
}
