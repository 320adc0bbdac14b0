// The options of runJob.
import type { Issuer } from './oidc/start-issuer.ts';

export interface RunJobOptions {
  /** Path of the workflow file. */
  readonly workflowFile: string;
  /** The job's key; needed when the file has more than one. */
  readonly job?: string;
  /** GITHUB_WORKSPACE and the directory steps run in (default: the root of the repository). */
  readonly workspace?: string;
  /** `{ 'owner/repo': directory }`: where `uses: owner/repo/path@ref` is found. */
  readonly localActions?: Readonly<Record<string, string>>;
  /** Actions counted as successful without being run, such as `actions/checkout` or `./setup`. */
  readonly skippedActions?: readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** The `inputs` of a workflow_dispatch; its declared defaults fill the gaps. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** More environment variables for every process, as if the runner had been started with them. */
  readonly env?: Readonly<Record<string, string>>;
  /** Names of this process's variables that steps may see, beside PATH, HOME and the like. */
  readonly hostEnv?: readonly string[];
  /** One leg of the matrix; without it every combination of its lists runs, one after the other. */
  readonly matrix?: Readonly<Record<string, unknown>>;
  /** Members of the `github` context to replace: `repository`, `run_id`, `api_url`, `token`, … */
  readonly github?: Readonly<Record<string, unknown>>;
  /** Results of the jobs this one `needs`. */
  readonly needs?: Readonly<Record<string, unknown>>;
  /** `job.check_run_id`; empty when left out, as on GitHub Enterprise Server. */
  readonly checkRunId?: number | string;
  /** Gives OIDC tokens to a job that has `permissions: id-token: write`. Without it, no job gets any. */
  readonly issuer?: Issuer;
  /** Shows `::debug::` and sets RUNNER_DEBUG (default false). */
  readonly debug?: boolean;
  /** The program that runs JavaScript actions (default: the Node that runs this). */
  readonly node?: string;
  readonly write: (text: string) => void;
  /** Colors what is written (default false). */
  readonly color?: boolean;
  /** Cancels the job as the button on GitHub does: remaining `always()` and post steps still run. */
  readonly signal?: AbortSignal;
  /** Force-cancels: kills what runs and skips everything else, post steps too. */
  readonly forceSignal?: AbortSignal;
  /** Between SIGINT and SIGTERM when a step is cancelled (default 7500). */
  readonly interruptGraceMs?: number;
  /** Between SIGTERM and SIGKILL (default 2500). */
  readonly terminateGraceMs?: number;
  /** What all remaining steps together may take after a cancellation (default 300000). */
  readonly cancelBudgetMs?: number;
  /** How long to wait for output after a process ended (default 5000). */
  readonly drainMs?: number;
  /** Milliseconds (default Date.now). */
  readonly now?: () => number;
}
