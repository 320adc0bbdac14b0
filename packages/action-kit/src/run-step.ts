// Runs an action's entry: a failure becomes one annotation and exit code 1, a signal an abort.
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
    const message = `The job was cancelled (${name}) before this step had finished. Run the job again if its work is still wanted.`;
    controller.abort(new Error(message));
  };
  process.once('SIGINT', abort).once('SIGTERM', abort);
  try {
    const step = { core: toolkit, env: process.env, signal: controller.signal };
    if (phase === 'main') {
      refuseUnverifiedTls(step);
      useProxy(step);
    }
    await run(step);
  } catch (error) {
    process.exitCode = 1;
    toolkit.error(plain(messageOf(error)), { title });
    if (toolkit.isDebug()) debugStacks(error);
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
  }
}

// Only when asked for: the runner hides debug commands, other readers of the output may not.
function debugStacks(error: unknown): void {
  for (let each = error; each instanceof Error; each = each.cause) toolkit.debug(each.stack ?? '');
}
