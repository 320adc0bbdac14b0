// Checks the options of a simulator: a wrong one must not pass in silence.
import { ExoSimError } from './exo-sim-error.ts';
import { isAccessKeyResource } from './legacy/access-key-resource.ts';
import type { SimulatorOptions } from './simulator.ts';
import { isListOf, isRecord, isString } from './value-checks.ts';

interface Check {
  readonly expected: string;
  readonly isValid: (value: unknown) => boolean;
}

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
// Checked where they are read.
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
    expected: '{apiKey, apiSecret, policy?}, with texts that are not empty',
    isValid: (value) => isCredentials(value, ['policy']),
  },
  parentAccessKey: {
    expected: '{apiKey, apiSecret, operations?, tags?, resources?}, with texts that are not empty',
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
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof SimulatorOptions] : undefined;
    if (!check) {
      throw new ExoSimError(
        'ERR_INVALID_OPTION',
        `The option ${JSON.stringify(name)} is not known; expected some of ${Object.keys(checks).join(', ')}`,
      );
    }
    if (value !== undefined && !check.isValid(value)) {
      // The value may be a secret.
      throw new ExoSimError('ERR_INVALID_OPTION', `${name} is not ${check.expected}; correct it`);
    }
  }
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
