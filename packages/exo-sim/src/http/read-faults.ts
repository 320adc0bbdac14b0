// Checks faults, given in code or as JSON. In JSON `{"pattern": "…"}` stands for a regular expression
// and "always" for Infinity.
import { validateHeaderName, validateHeaderValue } from 'node:http';

import { findOperation } from '@x/exo-operations';

import { ExoSimError } from '../exo-sim-error.ts';
import { accessKeyOperations } from '../legacy/legacy-operations.ts';
import { isRecord, isString } from '../value-checks.ts';
import type { Fault } from './fault.ts';

interface Member {
  readonly expected: string;
  readonly isValid: (value: unknown) => boolean;
}

const members: Readonly<Record<keyof Fault, Member>> = {
  operation: {
    expected: 'the name of an operation, such as "create-api-key"',
    isValid: (value) => isString(value) && isKnownOperation(value),
  },
  method: { expected: 'an HTTP method', isValid: (value) => isString(value) && value !== '' },
  path: { expected: 'a path, or a regular expression (in JSON {"pattern": "…"})', isValid: isPath },
  after: { expected: 'a number of requests', isValid: isCount },
  times: {
    expected: 'a number of requests, or Infinity (in JSON "always")',
    isValid: (value) => value === Infinity || isCount(value),
  },
  respond: {
    expected: '{"status": 200 to 599, "headers"?: {…}, "body"?: object or text}',
    isValid: isResponse,
  },
  dropConnection: {
    expected: '"before" or "after"',
    isValid: (value) => value === 'before' || value === 'after',
  },
  delayMs: { expected: 'milliseconds', isValid: isCount },
};

// A longer timer fires at once.
const maximumCount = 2 ** 31 - 1;

/**
 * Reads a list of faults from JSON.
 *
 * @throws {ExoSimError} `ERR_INVALID_FAULTS`, naming the fault and the member that is wrong.
 */
export function readFaults(value: unknown, name: string): readonly Fault[] {
  if (!Array.isArray(value)) throw invalid(name, 'expected a list of faults, [{…}, …]');
  return value.map((fault: unknown, index) => {
    const converted = isRecord(fault) ? fromJson(fault) : fault;
    checkFault(converted, `${name}, fault ${index}`);
    return converted;
  });
}

/** @throws {ExoSimError} `ERR_INVALID_FAULTS`, naming the member that is wrong. */
export function checkFault(value: unknown, name: string): asserts value is Fault {
  if (!isRecord(value)) throw invalid(name, 'expected an object');
  for (const [member, given] of Object.entries(value)) {
    // hasOwn: a name like `toString` is not a member either.
    const rule = Object.hasOwn(members, member) ? members[member as keyof Fault] : undefined;
    if (!rule) {
      const known = Object.keys(members).join(', ');
      throw invalid(
        name,
        `the member ${JSON.stringify(member)} is not known; known members are ${known}`,
      );
    }
    if (given !== undefined && !rule.isValid(given)) {
      throw invalid(name, `${member} is ${toJson(given) ?? 'not JSON'}, expected ${rule.expected}`);
    }
  }
  if (value['respond'] && value['dropConnection']) {
    throw invalid(
      name,
      'respond sends an answer and dropConnection sends none; use only one of them',
    );
  }
}

function fromJson({ path, times, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...rest,
    ...(path !== undefined && { path: patternOf(path) ?? path }),
    ...(times !== undefined && { times: times === 'always' ? Infinity : times }),
  };
}

function isKnownOperation(name: string): boolean {
  return findOperation(name) !== undefined || accessKeyOperations.some((one) => one.name === name);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= maximumCount;
}

function isPath(value: unknown): boolean {
  return value instanceof RegExp || (isString(value) && value.startsWith('/'));
}

function patternOf(value: unknown): RegExp | undefined {
  if (!isRecord(value)) return undefined;
  const { pattern, ...others } = value;
  if (!isString(pattern) || Object.keys(others).length > 0) return undefined;
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}

function isResponse(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { status, headers = {}, body, ...others } = value;
  const isBodyless = status === 204 || status === 205 || status === 304;
  return (
    Object.keys(others).length === 0 &&
    Number.isInteger(status) &&
    (status as number) >= 200 &&
    (status as number) <= 599 &&
    isHeaders(headers) &&
    (body === undefined ||
      (!isBodyless && (isString(body) || typeof body === 'object') && toJson(body) !== undefined))
  );
}

// Undefined for what JSON cannot hold: a circular object, a BigInt, a function.
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function isHeaders(value: unknown): boolean {
  if (!isRecord(value)) return false;
  try {
    for (const [name, text] of Object.entries(value)) {
      validateHeaderName(name);
      validateHeaderValue(name, text as string);
    }
    return Object.values(value).every(isString);
  } catch {
    return false;
  }
}

function invalid(where: string, reason: string): ExoSimError {
  return new ExoSimError('ERR_INVALID_FAULTS', `The faults cannot be used; ${where}: ${reason}`);
}
