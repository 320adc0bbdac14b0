// When to stop a running step: after its timeout, or if the job was cancelled and its `if` is no longer true.

export interface StepCancellation {
  readonly signal: AbortSignal;
  reason(): 'cancelled' | 'timeout' | undefined;
  dispose(): void;
}

export interface StepCancellationOptions {
  /** Of the job, or of the composite step around this one. */
  readonly parent: AbortSignal;
  /** Whether the step goes on although its parent is cancelled. */
  readonly survives: () => boolean;
  readonly timeoutMs: number | undefined;
}

/** Node fires a timer that is set for longer at once. */
export const longestTimerMs: number = 2 ** 31 - 1;

export function watchStep(options: StepCancellationOptions): StepCancellation {
  const { parent, survives, timeoutMs } = options;
  const controller = new AbortController();
  const onParent = (): void => {
    let goesOn = false;
    try {
      goesOn = survives();
    } catch {
      // As on GitHub, a condition that cannot be decided does not keep a step running.
    }
    if (!goesOn) controller.abort('cancelled');
  };
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => controller.abort('timeout'), Math.min(timeoutMs, longestTimerMs));
  if (parent.aborted) onParent();
  parent.addEventListener('abort', onParent);
  return {
    signal: controller.signal,
    reason: () => controller.signal.reason as 'cancelled' | 'timeout' | undefined,
    dispose() {
      parent.removeEventListener('abort', onParent);
      clearTimeout(timer);
    },
  };
}
