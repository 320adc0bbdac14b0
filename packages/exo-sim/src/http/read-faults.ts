// Faults from outside, as JSON: a list whose members are those of `Fault`, with two words for what
// JSON has no value for, `{"pattern": "…"}` for a regular expression and "always" for Infinity.
import { validateHeaderName, validateHeaderValue } from 'node:http';

import { findOperation } from '@x/exo-operations';

import { ExoSimError } from '../exo-sim-error.ts';
import { accessKeyOperations } from '../legacy/legacy-operations.ts';
import { isRecord, isString } from '../value-checks.ts';
import { contradictionIn, type Fault } from './faults.ts';

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
  path: { expected: 'a path, or {"pattern": "a regular expression"}', isValid: isPath },
  after: { expected: 'a number of requests', isValid: isCount },
  times: {
    expected: 'a number of requests, or "always"',
    isValid: (value) => value === 'always' || isCount(value),
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

/** @throws {ExoSimError} `ERR_INVALID_FAULTS`, naming the fault and the member that is wrong. */
export function readFaults(value: unknown, name: string): readonly Fault[] {
  if (!Array.isArray(value)) throw invalid(name, 'expected a list of faults, [{…}, …]');
  return value.map((fault: unknown, index) => readFault(fault, `${name}, fault ${index}`));
}

function readFault(value: unknown, fault: string): Fault {
  if (!isRecord(value)) throw invalid(fault, 'expected an object');
  for (const [name, member] of Object.entries(value)) {
    // hasOwn: a name like `toString` is no member either.
    const rule = Object.hasOwn(members, name) ? members[name as keyof Fault] : undefined;
    if (!rule) {
      const known = Object.keys(members).join(', ');
      throw invalid(fault, `there is no member ${JSON.stringify(name)}; known are ${known}`);
    }
    if (!rule.isValid(member)) {
      throw invalid(fault, `${name} is ${JSON.stringify(member)}, expected ${rule.expected}`);
    }
  }
  const { path, times, ...rest } = value;
  const contradiction = contradictionIn(rest);
  if (contradiction) throw invalid(fault, contradiction);
  return {
    ...rest,
    ...(path !== undefined && { path: isString(path) ? path : patternOf(path) }),
    ...(times !== undefined && { times: times === 'always' ? Infinity : (times as number) }),
  };
}

function isKnownOperation(name: string): boolean {
  return findOperation(name) !== undefined || accessKeyOperations.some((one) => one.name === name);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= maximumCount;
}

function isPath(value: unknown): boolean {
  if (isString(value)) return value.startsWith('/');
  try {
    return patternOf(value) instanceof RegExp;
  } catch {
    return false;
  }
}

function patternOf(value: unknown): RegExp {
  const { pattern, ...others } = value as Record<string, unknown>;
  if (!isString(pattern) || Object.keys(others).length > 0) throw new TypeError('no pattern');
  return new RegExp(pattern);
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
    (body === undefined || (!isBodyless && (isString(body) || typeof body === 'object')))
  );
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
