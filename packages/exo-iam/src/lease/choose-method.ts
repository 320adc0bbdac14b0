// Chooses the method of minting, and refuses a request that does not fit it before any API call.
import { ExoIamError } from '../errors.ts';
import { checkTtl } from '../scope/check-ttl.ts';
import { refuseConflicts } from '../scope/refuse-conflicts.ts';
import { refuseMisshapen } from '../scope/refuse-misshapen.ts';
import { checkPrefix } from './format-lease-name.ts';
import { holderKinds, type Holder } from './holder.ts';
import type { LeaseMethod } from './journal.ts';
import type { LeaseScope, MintRequest } from './mint-request.ts';

/** @throws {ExoIamError} `ERR_DURATION_INVALID`, `ERR_NAME_INVALID`, `ERR_SCOPE_CONFLICT`, `ERR_SCOPE_EMPTY`. */
export function chooseMethod(request: MintRequest): LeaseMethod {
  // The type requires a request and a holder, but not every caller uses types.
  const { scope, ttlSeconds, prefix, holder } = request ?? {};
  checkTtl(ttlSeconds);
  checkPrefix(prefix);
  checkHolder(holder);
  refuseMisshapen(scope);
  const method = request.method ?? (scope.role ? 'role' : 'scoped-role');
  refuseMismatch(method, scope);
  refuseConflicts(scope);
  return method;
}

function checkHolder(holder: Holder | undefined): void {
  if (holderKinds.includes(holder?.kind)) return;
  throw new ExoIamError(
    'ERR_NAME_INVALID',
    'The request does not say who holds the lease. Expected a `holder` such as { kind: "local", user: "ada", machine: "laptop" }, which becomes part of the name.',
    { field: 'holder' },
  );
}

function refuseMismatch(method: LeaseMethod, scope: LeaseScope): void {
  const given = (['operations', 'tags', 'resources', 'policy', 'template', 'role'] as const).filter(
    (key) => isGiven(scope[key]),
  );
  const suitable = suitableInputs[method];
  // The other methods use existing rules that already decide this, or names that do not include it.
  const polling = method !== 'scoped-role' && isSet(scope.getOperation) ? ['get-operation'] : [];
  const unsuitable = [...given.filter((key) => !suitable.includes(key)), ...polling];
  const [field] = unsuitable;
  if (field !== undefined) {
    throw new ExoIamError(
      'ERR_SCOPE_CONFLICT',
      `The method ${method} does not take ${unsuitable.join(', ')}. Expected ${suitable.join(', ')}; leave out the rest, or choose another method.`,
      { field },
    );
  }
  if (given.length > 0) return;
  throw new ExoIamError(
    'ERR_SCOPE_EMPTY',
    `The scope is empty: none of ${suitable.join(', ')} is set. A key without a scope could do everything, so no key is made. Name the operations the job needs, such as list-zones.`,
    { field: suitable[0] },
  );
}

const suitableInputs: Readonly<Record<LeaseMethod, readonly [string, ...string[]]>> = {
  'scoped-role': ['operations', 'tags', 'resources', 'policy', 'template'],
  role: ['role'],
  'assume-role': ['role'],
  'access-key': ['operations', 'tags', 'resources', 'template'],
};

function isSet(getOperation: LeaseScope['getOperation']): boolean {
  return getOperation !== undefined && getOperation !== 'auto';
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}
