// Refuses to begin where the toolkit would print state, outputs and variables to the log.
import { accessSync, constants } from 'node:fs';

import { ActionError } from './errors.ts';
import type { Step } from './step.ts';

/** A file that GitHub's runner gives to a step. */
export type RunnerFile = 'GITHUB_STATE' | 'GITHUB_OUTPUT' | 'GITHUB_ENV';

/**
 * Without these variables the toolkit falls back to commands in the log, secrets included. A file that
 * cannot be written would lose the state that `post` needs.
 *
 * @throws {ActionError} `ERR_RUNNER_INVALID`.
 */
export function requireRunnerFiles({ env }: Pick<Step, 'env'>, names: readonly RunnerFile[]): void {
  for (const name of names) {
    const path = env[name];
    if (!path) {
      throw invalid(
        `${name} is not set, so the contents of that file would appear in the log. Expected the environment of a GitHub runner 2.327 or newer. Do not unset the variable, and do not run this action by hand.`,
      );
    }
    try {
      accessSync(path, constants.W_OK);
    } catch (cause) {
      throw invalid(
        `The file that ${name} names cannot be written by this step. Expected a file of the runner. In a container, mount the runner's folder under the path that the variable has there, and let the container's user write to it.`,
        cause,
      );
    }
  }
}

function invalid(message: string, cause?: unknown): ActionError {
  return new ActionError('ERR_RUNNER_INVALID', message, { cause });
}
