// Chooses the method and lets it check everything before anything is made.
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError } from '../errors.ts';
import { checkTtl } from '../scope/check-ttl.ts';
import { refuseConflicts } from '../scope/refuse-conflicts.ts';
import type { LeaseMethod } from './lease-method.ts';
import type { LeaseScope, MintRequest, Preparation, Prepare, PreparedLease } from './method.ts';
import { prepareAccessKey } from './methods/access-key.ts';
import { prepareAssumeRole } from './methods/assume-role.ts';
import { prepareRole } from './methods/role.ts';
import { prepareScopedRole } from './methods/scoped-role.ts';

const methods: Readonly<Record<LeaseMethod, Prepare>> = {
  'scoped-role': prepareScopedRole,
  role: prepareRole,
  'assume-role': prepareAssumeRole,
  'access-key': prepareAccessKey,
};

export async function prepareMint(
  client: Client,
  request: MintRequest,
  options: CallOptions,
): Promise<PreparedLease & Preparation> {
  const { scope, ttlSeconds } = request;
  checkTtl(ttlSeconds);
  const method = request.method ?? (scope.role ? 'role' : 'scoped-role');
  refuseMismatch(method, scope);
  refuseConflicts(scope);
  return { method, ...(await methods[method](client, request, options)) };
}

function refuseMismatch(method: LeaseMethod, scope: LeaseScope): void {
  const given = (['operations', 'tags', 'resources', 'policy', 'template', 'role'] as const).filter(
    (key) => isGiven(scope[key]),
  );
  const suitable = suitableInputs[method];
  // The other methods take over rules that decide about it, or names that know nothing of it.
  const polling = method !== 'scoped-role' && isSet(scope.getOperation) ? ['get-operation'] : [];
  const unsuitable = [...given.filter((key) => !suitable.includes(key)), ...polling];
  const [field] = unsuitable;
  if (field !== undefined) {
    throw new ExoIamError(
      'ERR_SCOPE_CONFLICT',
      `The method ${method} takes ${suitable.join(', ')}, and ${unsuitable.join(', ')} is given. Leave it out, or choose another method.`,
      { field },
    );
  }
  if (given.length > 0) return;
  throw new ExoIamError(
    'ERR_SCOPE_EMPTY',
    `The scope is empty: none of ${suitable.join(', ')} is given. A key without a scope could do everything, so none is made. Name the operations the job needs, such as list-zones.`,
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
