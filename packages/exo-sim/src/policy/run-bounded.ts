// Ends a computation that takes too long. `node:vm` can stop any synchronous code, a loop of the CEL
// library included.
import { cpuUsage } from 'node:process';
import { createContext, Script } from 'node:vm';

/** How long a rule may take. */
export const ruleLimitMs = 200;

const context = createContext({});
const script = new Script('run()');

/** The result; `undefined` if there is none within the limit. What `run` throws is thrown. */
export function runBounded<T>(run: () => T): { readonly value: T } | undefined {
  context['run'] = run;
  // Processor time counts in the end: on a busy machine a short rule may have to wait its turn.
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
