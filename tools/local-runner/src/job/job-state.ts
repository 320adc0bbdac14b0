// The state of a running job: one object, created by run-leg.ts and changed as steps end.
import type { Annotation, JobResult, StepResult } from '../job-result.ts';
import type { JobLog } from '../log/job-log.ts';
import type { SecretMasks } from '../masks/secret-masks.ts';
import type { RunJobOptions } from '../run-job-options.ts';
import type { LoadedAction } from '../workflow/load-actions.ts';
import type { Job, NodeAction, RunDefaults, UsesStep } from '../workflow/types.ts';

export type JobStatus = 'success' | 'failure' | 'cancelled';

/** `steps.<id>` of the expressions. */
export interface StepContext {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: StepResult['outcome'];
  readonly conclusion: StepResult['conclusion'];
}

/** The contexts that stay the same throughout the job, apart from `job.status`. */
export interface JobContexts {
  readonly github: Readonly<Record<string, unknown>>;
  readonly runner: Readonly<Record<string, string>>;
  readonly strategy: Readonly<Record<string, unknown>>;
  /** Null, as on GitHub, for a job without a matrix. */
  readonly matrix: Readonly<Record<string, unknown>> | null;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly needs: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly checkRunId: number | string | undefined;
}

/** The directories of the job, below one private folder that is removed at the end. */
export interface JobDirectories {
  readonly workspace: string;
  readonly temp: string;
  readonly fileCommands: string;
  readonly toolCache: string;
}

/** The scope of a step: the job for its own steps, a composite action for the steps inside. */
export interface StepScope {
  readonly composite: boolean;
  readonly steps: Record<string, StepContext>;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** `env:` of the composite step the scope is for. */
  readonly env: Readonly<Record<string, string>>;
  /** Members of `github` that differ in here, such as `action_path`. */
  readonly github: Readonly<Record<string, string>>;
  readonly runDefaults: RunDefaults;
  /** Ids given so far, so that GITHUB_ACTION is different for each step. */
  readonly actionIds: Set<string>;
  /** Success or failure of the steps in this scope; of the whole job outside composite actions. */
  status: JobStatus;
}

/** One use of a JavaScript action, with the state that its phases share. */
export interface ActionUse {
  readonly step: UsesStep;
  readonly action: NodeAction;
  readonly scope: StepScope;
  readonly displayName: string;
  readonly github: Readonly<Record<string, string>>;
  readonly savedState: Map<string, string>;
}

export interface JobState {
  readonly options: RunJobOptions;
  readonly job: Job;
  readonly contexts: JobContexts;
  readonly directories: JobDirectories;
  /** Every action that the job may use, by its value of `uses:`. */
  readonly actions: ReadonlyMap<string, LoadedAction>;
  /** PATH, HOME and the like. Everything else overrides them. */
  readonly baseEnv: Readonly<Record<string, string>>;
  readonly masks: SecretMasks;
  readonly log: JobLog;
  readonly scope: StepScope;
  /** The `env` context of the job: its own, then whatever steps wrote to GITHUB_ENV. */
  readonly globalEnv: Map<string, string>;
  readonly prependedPath: string[];
  /** Added just before `main` starts, and removed from the end when the job is over. */
  readonly posts: ActionUse[];
  /** Those whose `pre` ran, so that main and post see its state. */
  readonly startedUses: Map<UsesStep, ActionUse>;
  readonly results: StepResult[];
  readonly summaries: string[];
  readonly annotations: Annotation[];
  readonly cancel: AbortSignal;
  readonly force: AbortSignal;
  readonly now: () => number;
}

export type JobConclusion = JobResult['conclusion'];
