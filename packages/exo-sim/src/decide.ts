// Answers whether a key may do an operation, without a request.
import { authorize, type Decision } from './auth/authorize.ts';
import { checkMembers, type Check } from './check-members.ts';
import { snakeCaseKeys } from './policy/snake-case.ts';
import type { DecideInput } from './simulator.ts';
import { findCaller, isExpired } from './state/find-caller.ts';
import type { Store } from './state/store.ts';
import { isRecord, isString } from './value-checks.ts';

const isText: Check = { expected: 'a text', isValid: isString };
const isObject: Check = { expected: 'an object', isValid: isRecord };
const required: Check = {
  expected: 'a text that is not empty',
  isValid: (value) => isString(value) && value !== '',
};

const checks: Readonly<Record<keyof DecideInput, Check>> = {
  apiKey: required,
  operation: required,
  serviceClass: required,
  parameters: isObject,
  resources: isObject,
  headers: isObject,
  at: { expected: 'milliseconds since the epoch', isValid: Number.isFinite },
  zone: isText,
  sourceIp: isText,
};

/** @throws {ExoSimError} `ERR_INVALID_OPTION` for a question that could only be answered by accident. */
export function decide(store: Store, defaultZone: string, input: DecideInput): Decision {
  // Undefined would pass as left out, which these three cannot be.
  const { apiKey = '', operation = '', serviceClass = '' } = Object(input) as Partial<DecideInput>;
  const asked = { ...input, apiKey, operation, serviceClass };
  checkMembers(asked, { checks, of: 'member of a question' });
  const { at = store.options.now(), parameters = {}, resources = {}, headers = {} } = input;
  const caller = findCaller(store, apiKey);
  if (!caller) return { allowed: false, reason: 'No such key' };
  if (isExpired(caller, at)) return { allowed: false, reason: 'Assumed role session has expired' };
  const { zone = defaultZone, sourceIp = '127.0.0.1' } = input;
  return authorize(store, caller, {
    operation,
    serviceClass,
    zone,
    sourceIp,
    at,
    parameters: snakeCaseKeys(parameters),
    headers,
    resources: snakeCaseKeys(resources),
  });
}
