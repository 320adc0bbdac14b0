// Runs an action's entry: a failure becomes one annotation and exit code 1, a signal an abort.
import { hasCode } from '@x/exo-iam';

import { refuseUnverifiedTls } from './certificate-checks.ts';
import { messageOf } from './message-of.ts';
import { plain } from './plain-lines.ts';
import type { Step } from './step.ts';
import { toolkit } from './toolkit.ts';
import { useProxy } from './use-proxy.ts';

export interface RunOptions {
  /**
   * `main` (the default) refuses to begin where certificates are not checked or a proxy cannot be used.
   * `post` begins anyway and leaves both to `createPostClient`.
   */
  readonly phase?: 'main' | 'post';
}

/**
 * Runs `main` or `post` of an action.
 *
 * @param title Heads the annotation when the step fails.
 */
export async function runStep(
  title: string,
  run: (step: Step) => Promise<void>,
  { phase = 'main' }: RunOptions = {},
): Promise<void> {
  const controller = new AbortController();
  const abort = (name: NodeJS.Signals): void => {
    // A handler that stays keeps a second signal from killing the step while it undoes or revokes.
    if (controller.signal.aborted) return;
    const message = `The job was cancelled (${name}) before this step had finished. If you still need its work, run the job again.`;
    controller.abort(new Error(message));
  };
  for (const name of signals) process.on(name, abort);
  try {
    const step = { core: toolkit, env: process.env, signal: controller.signal };
    if (phase === 'main') {
      refuseUnverifiedTls(step);
      useProxy(step);
    }
    await run(step);
  } catch (error) {
    process.exitCode = 1;
    toolkit.error(readable(messageOf(error)), { title: titleOf(error) ?? title });
    if (toolkit.isDebug()) debugStacks(error);
  } finally {
    for (const name of signals) process.off(name, abort);
  }
}

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

// GitHub shows an annotation in a small box, and cuts it off at 4 KiB without a word.
const maxAnnotationLength = 1500;

function readable(message: string): string {
  const line = plain(message);
  return line.length > maxAnnotationLength ? `${line.slice(0, maxAnnotationLength)} …` : line;
}

// What was left behind is not said under a title that denies it.
function titleOf(error: unknown): string | undefined {
  return hasCode(error, 'ERR_LEFT_BEHIND') ? 'An Exoscale key may be left behind' : undefined;
}

// Only when asked for: the runner hides debug commands, other readers of the output may not.
function debugStacks(error: unknown): void {
  for (let each = error; each instanceof Error; each = each.cause) toolkit.debug(each.stack ?? '');
}
