// The result of a run, for the calling program.

/** How a step ended, before (`outcome`) and after (`conclusion`) `continue-on-error`. */
export type StepStatus = 'success' | 'failure' | 'cancelled' | 'skipped';

export type StepPhase = 'pre' | 'main' | 'post';

export interface StepResult {
  readonly name: string;
  readonly id: string | undefined;
  readonly phase: StepPhase;
  readonly outcome: StepStatus;
  readonly conclusion: StepStatus;
  /** As later steps would read them. They are data for the caller, and are not masked. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly durationMs: number;
  /** 128 plus the signal's number when a signal ended the process; undefined without a process. */
  readonly exitCode: number | undefined;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  /** The name of the step it came from. */
  readonly step: string;
}

export interface JobResult {
  /** `skipped` when the job's own `if` was false. */
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped';
  /** In the order they ended; steps inside composite actions are not listed, their posts are. */
  readonly steps: readonly StepResult[];
  readonly outputs: Readonly<Record<string, string>>;
  /** The markdown of each phase that wrote any, masked. */
  readonly summaries: readonly string[];
  readonly annotations: readonly Annotation[];
  /** Everything written, masked and without color. */
  readonly log: string;
}
