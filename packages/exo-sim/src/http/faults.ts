// Scripted misbehaviour: which requests are delayed, answered wrongly, or never answered.
import { ExoSimError } from '../exo-sim-error.ts';

export interface Fault {
  /** Name of the operation: `create-api-key`. Conditions left out match every request. */
  readonly operation?: string;
  readonly method?: string;
  /** The whole raw path, or a pattern found in it. */
  readonly path?: string | RegExp;
  /** How many matching requests pass first; 0 unless given. */
  readonly after?: number;
  /** How many requests it strikes; 1 unless given, `Infinity` for all. */
  readonly times?: number;
  /**
   * Answers this, and the request takes no effect. A string body goes out as it is. Not beside
   * `dropConnection`.
   */
  readonly respond?: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: object | string;
  };
  /** `before`: the request never took effect. `after`: it did, and only the answer is lost. */
  readonly dropConnection?: 'before' | 'after';
  /** Waits first. */
  readonly delayMs?: number;
}

export interface FaultSubject {
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
}

export interface FaultPlan {
  /** @throws {ExoSimError} `ERR_INVALID_FAULTS` for one that both answers and drops the connection. */
  add(fault: Fault): void;
  clear(): void;
  /** The fault that strikes this request, if one does; it is counted. */
  take(subject: FaultSubject): Fault | undefined;
}

/**
 * An empty plan. Faults are asked in the order they were added and the first one due strikes; those
 * behind it do not see the request, so two faults for one operation strike one after the other.
 */
export function createFaultPlan(): FaultPlan {
  let planned: { readonly fault: Fault; passes: number; strikes: number }[] = [];
  return {
    add(fault) {
      const contradiction = contradictionIn(fault);
      if (contradiction) {
        throw new ExoSimError('ERR_INVALID_FAULTS', `The fault cannot be used: ${contradiction}`);
      }
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

/** A sentence about members that exclude each other, where there are such. */
export function contradictionIn({ respond, dropConnection }: Fault): string | undefined {
  return respond && dropConnection
    ? 'respond takes no effect and dropConnection gives no answer; name one of them'
    : undefined;
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
