// What a step works with.
import type { Toolkit } from './toolkit.ts';

/** What a step works with: the runner's toolkit, its environment, and a signal that says when it is cancelled. */
export interface Step {
  readonly core: Toolkit;
  readonly env: NodeJS.ProcessEnv;
  /**
   * Aborts on SIGINT, SIGTERM and SIGHUP. A cancelled job sends SIGINT, SIGTERM 7.5 s later and kills 2.5 s
   * after that: so long a step has to undo what it began.
   */
  readonly signal: AbortSignal;
}
