// Checks the options of a simulator, so that a wrong one is not ignored.
import { checkMembers, type Check } from './check-members.ts';
import { isAccessKeyResource } from './legacy/access-key-resource.ts';
import type { SimulatorOptions } from './simulator.ts';
import { isListOf, isRecord, isString } from './value-checks.ts';

const isFunction: Check = {
  expected: 'a function',
  isValid: (value) => typeof value === 'function',
};
const isCount: Check = {
  expected: 'a whole number from 0',
  isValid: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
};
const isDuration: Check = {
  expected: 'milliseconds, from 0',
  isValid: (value) => typeof value === 'number' && value >= 0,
};
// Checked by the code that reads them.
const isCheckedLater: Check = { expected: '', isValid: () => true };

const isCredentials = (value: unknown, others: readonly string[]): boolean =>
  isRecord(value) &&
  isName(value['apiKey']) &&
  isName(value['apiSecret']) &&
  Object.keys(value).every((name) => ['apiKey', 'apiSecret', ...others].includes(name));

const checks: Readonly<Record<keyof SimulatorOptions, Check>> = {
  now: isFunction,
  zones: { expected: 'a list of zones', isValid: (value) => isListOf(value, isString) },
  parentKey: {
    expected: '{apiKey, apiSecret, policy?}, with strings that are not empty',
    isValid: (value) => isCredentials(value, ['policy']),
  },
  parentAccessKey: {
    expected:
      '{apiKey, apiSecret, operations?, tags?, resources?}, with strings that are not empty',
    isValid: (value) =>
      isCredentials(value, ['operations', 'tags', 'resources']) && isScope(value as object),
  },
  organizationPolicy: isCheckedLater,
  pendingPolls: isCount,
  roleVisibleAfterMs: isDuration,
  roleDetachedAfterMs: isDuration,
  savedState: isCheckedLater,
  requestsKept: {
    expected: 'a whole number from 0, or Infinity',
    isValid: (value) => value === Infinity || isCount.isValid(value),
  },
  random: isFunction,
  onRequest: isFunction,
  onNote: isFunction,
  sleep: isFunction,
  allowEmptyPolicy: {
    expected: 'true or false',
    isValid: (value) => typeof value === 'boolean',
  },
  withoutBindings: isCheckedLater,
};

/** @throws {ExoSimError} `ERR_INVALID_OPTION`, naming the option. */
export function checkOptions(options: SimulatorOptions): void {
  checkMembers(options, { checks, of: 'option' });
}

function isScope({
  operations = [],
  tags = [],
  resources = [],
}: {
  readonly operations?: unknown;
  readonly tags?: unknown;
  readonly resources?: unknown;
}): boolean {
  return (
    isListOf(operations, isString) &&
    isListOf(tags, isString) &&
    Array.isArray(resources) &&
    resources.every(isAccessKeyResource)
  );
}

function isName(value: unknown): boolean {
  return isString(value) && value !== '';
}
