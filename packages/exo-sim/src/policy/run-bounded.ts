// Stops a computation that takes too long. `node:vm` can stop any synchronous code, including a loop in the CEL
// library.
import { cpuUsage } from 'node:process';
import { createContext, Script } from 'node:vm';

/** How long a rule may take. */
export const ruleLimitMs = 200;

const context = createContext({});
const script = new Script('run()');

/** The result, or `undefined` after the limit. Throws what `run` throws. */
export function runBounded<T>(run: () => T): { readonly value: T } | undefined {
  context['run'] = run;
  // Processor time decides, because a short rule may have to wait on a busy machine.
  for (let spentMs = 0; spentMs < ruleLimitMs;) {
    const before = cpuUsage();
    try {
      return { value: script.runInContext(context, { timeout: ruleLimitMs }) as T };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      const { user, system } = cpuUsage(before);
      spentMs += (user + system) / 1000;
    }
  }
  return undefined;
}
