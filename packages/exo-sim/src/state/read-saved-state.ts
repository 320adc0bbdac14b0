// Checks a saved state from outside member by member, because all other code trusts it.
import { ExoSimError } from '../exo-sim-error.ts';
import { isAccessKeyResource } from '../legacy/access-key-resource.ts';
import { isAssumeRolePolicy, isIamPolicy } from '../policy/iam-policy.ts';
import { isListOf, isRecord, isString } from '../value-checks.ts';
import { savedStateVersion, type SavedState } from './saved-state.ts';

type Check = (value: unknown) => boolean;

const isTime: Check = (value) => Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isStrings: Check = (value) => isListOf(value, isString);
const isStringRecord: Check = (value) => isRecord(value) && Object.values(value).every(isString);

const isCredentials = hasShape({ apiKey: isString, apiSecret: isString });
const apiKey = { key: isString, secret: isString, name: isString, roleId: isString };
const gate = { roleId: isString, at: isTime, operationId: isString };

const checks: Readonly<Record<keyof SavedState, Check>> = {
  version: () => true,
  parentKey: isCredentials,
  parentAccessKey: isCredentials,
  organization: hasShape({ id: isString, name: isString }),
  organizationPolicy: isIamPolicy,
  ownerRoleId: isString,
  users: eachHasShape({ id: isString, email: isString, roleId: isString }),
  roles: eachHasShape({
    id: isString,
    name: isString,
    description: optional(isString),
    editable: isBoolean,
    labels: optional(isStringRecord),
    permissions: isStrings,
    policy: isIamPolicy,
    assumeRolePolicy: optional(isAssumeRolePolicy),
    maxSessionTtl: optional(isTime),
  }),
  apiKeys: eachHasShape({ ...apiKey, createdAt: isTime }),
  sessions: eachHasShape({ ...apiKey, createdAt: isTime, expiresAt: isTime }),
  accessKeys: eachHasShape({
    key: isString,
    secret: isString,
    name: isString,
    createdAt: isTime,
    operations: isStrings,
    tags: isStrings,
    resources: (value) => Array.isArray(value) && value.every(isAccessKeyResource),
  }),
  operations: eachHasShape({
    id: isString,
    state: (value) => value === 'pending' || value === 'success',
    pendingPolls: isTime,
    reference: optional(hasShape({ id: optional(isString), link: isString, command: isString })),
  }),
  events: eachHasShape({ zone: isString, timestamp: isString, handler: isString }),
  resources: eachHasShape({ path: isString, zone: optional(isString), members: isRecord }),
  roleGates: eachHasShape(gate),
  detachments: eachHasShape(gate),
};

/** @throws {ExoSimError} `ERR_INVALID_STATE`, naming the member that is wrong. */
export function readSavedState(value: unknown, name: string): SavedState {
  if (!isRecord(value)) throw invalid(name, 'it is not a JSON object');
  const version = JSON.stringify(value['version']);
  if (value['version'] !== savedStateVersion) {
    throw invalid(name, `its version is ${version}, expected ${savedStateVersion}`);
  }
  for (const [member, isValid] of Object.entries(checks)) {
    if (!isValid(value[member])) throw invalid(name, `its ${member} is missing or malformed`);
  }
  return structuredClone(value) as unknown as SavedState;
}

function invalid(name: string, reason: string): ExoSimError {
  return new ExoSimError(
    'ERR_INVALID_STATE',
    `${name} cannot be used as a saved state: ${reason}; give one that this version saved, or leave it out`,
  );
}

function hasShape(shape: Readonly<Record<string, Check>>): Check {
  return (value) =>
    isRecord(value) && Object.entries(shape).every(([name, isValid]) => isValid(value[name]));
}

function eachHasShape(shape: Readonly<Record<string, Check>>): Check {
  const isValid = hasShape(shape);
  return (value) => Array.isArray(value) && value.every(isValid);
}

function optional(isValid: Check): Check {
  return (value) => value === undefined || isValid(value);
}
