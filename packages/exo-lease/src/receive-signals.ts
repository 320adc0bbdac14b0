// Signals of the process: they abort running work, or go to a handler.
import type { SignalReceiver } from './context.ts';
import { InterruptedError, signalExitCode } from './interrupted.ts';

const names: readonly NodeJS.Signals[] =
  process.platform === 'win32'
    ? ['SIGINT', 'SIGTERM', 'SIGHUP']
    : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

/** The first signal aborts, so that what was started is undone. The second one ends the process at once. */
export function receiveSignals(): SignalReceiver & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  let handler: ((signal: NodeJS.Signals) => void) | undefined;
  for (const name of names) {
    process.on(name, () => {
      if (handler) handler(name);
      else if (controller.signal.aborted) process.exit(signalExitCode(name));
      else controller.abort(new InterruptedError(name));
    });
  }
  return {
    signal: controller.signal,
    redirect: (next) => {
      handler = next;
    },
  };
}
