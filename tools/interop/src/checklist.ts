// Collects what a part found out, with what was seen where it is not what was expected.
import { inspect, isDeepStrictEqual } from 'node:util';

import type { Check } from './part.ts';

export class Checklist {
  readonly checks: Check[] = [];

  equal(name: string, actual: unknown, expected: unknown): void {
    const passed = isDeepStrictEqual(actual, expected);
    this.#add(name, passed, `expected ${show(expected)}\n     got ${show(actual)}`);
  }

  match(name: string, actual: unknown, expected: RegExp): void {
    const passed = typeof actual === 'string' && expected.test(actual);
    this.#add(name, passed, `expected ${String(expected)}\n     got ${show(actual)}`);
  }

  /** `seen` is what the verdict was made from. */
  holds(name: string, condition: boolean, seen?: unknown): void {
    this.#add(name, condition, seen === undefined ? undefined : `got ${show(seen)}`);
  }

  #add(name: string, passed: boolean, detail: string | undefined): void {
    this.checks.push({ name, passed, ...(!passed && detail !== undefined && { detail }) });
  }
}

function show(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: 100 });
}
