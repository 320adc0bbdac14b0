// Scripted misbehaviour: which requests are delayed, answered wrongly, or never answered.
import type { Fault } from './fault.ts';
import { checkFault } from './read-faults.ts';

/** What a fault is compared with. */
export interface FaultSubject {
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
}

/** The faults that are still planned. */
export interface FaultPlan {
  /** @throws {ExoSimError} `ERR_INVALID_FAULTS` for a fault that cannot be used. */
  add(fault: Fault): void;
  /** Forgets every fault. */
  clear(): void;
  /** The fault for this request, if any. It is counted. */
  take(subject: FaultSubject): Fault | undefined;
}

/**
 * An empty plan. Faults are checked in the order in which they were added, and the first match applies. Later
 * faults do not see the request, so two faults for one operation apply one after the other.
 */
export function createFaultPlan(): FaultPlan {
  let planned: { readonly fault: Fault; passes: number; strikes: number }[] = [];
  return {
    add(fault) {
      checkFault(fault, 'faults.add');
      planned.push({ fault, passes: fault.after ?? 0, strikes: fault.times ?? 1 });
    },
    clear() {
      planned = [];
    },
    take(subject) {
      for (const entry of planned) {
        if (entry.strikes > 0 && matches(entry.fault, subject)) {
          if (entry.passes === 0) {
            entry.strikes -= 1;
            return entry.fault;
          }
          entry.passes -= 1;
        }
      }
      return undefined;
    },
  };
}

function matches(fault: Fault, subject: FaultSubject): boolean {
  return (
    (fault.operation === undefined || fault.operation === subject.operation) &&
    (fault.method === undefined || fault.method.toUpperCase() === subject.method) &&
    (fault.path === undefined || matchesPath(fault.path, subject.path))
  );
}

// search() starts at 0 whatever lastIndex a global pattern was left with.
function matchesPath(expected: string | RegExp, path: string): boolean {
  return typeof expected === 'string' ? expected === path : path.search(expected) >= 0;
}
