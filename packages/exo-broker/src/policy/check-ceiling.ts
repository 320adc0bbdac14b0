// Refuses a scope that asks for more than the ceiling of its rule, and names what is too much.
import { compileScope, ExoIamError, type CompiledScope, type Scope } from '@x/exo-iam';

import { BrokerError } from '../errors.ts';
import type { Rule } from './config.ts';

/** What a client requests: operations, tags and resources, or a role by its id. */
export interface RequestedScope {
  readonly operations?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly resources?: readonly string[] | undefined;
  readonly getOperation?: Scope['getOperation'];
  readonly role?: string | undefined;
}

/**
 * @throws {BrokerError} `ERR_SCOPE_INVALID` for a scope that cannot be compiled, `ERR_CEILING` with
 *   `excess` for one that asks too much.
 */
export function checkCeiling(rule: Pick<Rule, 'name' | 'ceiling'>, scope: RequestedScope): void {
  // An operation can be of several classes.
  const excess = [...new Set(excessOf(rule.ceiling, scope))];
  if (excess.length === 0) return;
  throw new BrokerError(
    'ERR_CEILING',
    `The scope asks for more than rule ${rule.name} allows: ${excess.join(', ')}. Leave it out, or have the ceiling of the rule extended.`,
    { excess },
  );
}

/** @throws {BrokerError} `ERR_SCOPE_INVALID` for a scope that has more than its role. */
export function refuseBesideRole({
  operations,
  tags,
  resources,
  getOperation,
}: RequestedScope): void {
  const others = [operations, tags, resources, isAuto(getOperation) ? undefined : getOperation];
  if (others.every((value) => value === undefined)) return;
  throw invalidScope('A role cannot be combined with other members of the scope. Remove them.');
}

/** The `get-operation` of a lease. A ceiling can deny what `auto` would add. */
export function pollingWithin(
  ceiling: Rule['ceiling'],
  asked: Scope['getOperation'],
): Scope['getOperation'] {
  return isAuto(asked) && deniesPolling(ceiling) ? 'deny' : asked;
}

function isAuto(asked: Scope['getOperation']): boolean {
  return asked === undefined || asked === 'auto';
}

function deniesPolling(ceiling: Rule['ceiling']): boolean {
  return ceiling.kind === 'scope' && ceiling.scope.getOperation === 'deny';
}

function excessOf(ceiling: Rule['ceiling'], { role, ...scope }: RequestedScope): string[] {
  if (role !== undefined) {
    refuseBesideRole(scope);
    return ceiling.kind === 'role' && ceiling.role === role ? [] : [`role ${role}`];
  }
  const compiled = compile(scope);
  if (ceiling.kind === 'role')
    return Object.keys(compiled.policy.services).map((name) => `class ${name}`);
  const implied = isAuto(scope.getOperation) && !deniesPolling(ceiling) ? compiled.added : [];
  return Object.keys(compiled.policy.services).flatMap((name) => {
    const asked = (compiled.operations[name] ?? []).filter(
      (operation) => !implied.includes(operation),
    );
    const held = { name, compiled: ceiling.compiled, scope: ceiling.scope };
    const elsewhere = excessBuckets(name, { scope, ceiling: ceiling.scope });
    const isOpen = ceiling.compiled.policy.services[name]?.type === 'allow';
    if (isWhole(held) && (isOpen || elsewhere.length > 0)) return elsewhere;
    if (!isWhole(held) && isWhole({ name, compiled, scope })) return [`class ${name} as a whole`];
    // Storage as a whole, in some buckets, leaves out making and removing them.
    const allowed = ceiling.compiled.operations[name] ?? [];
    return asked.filter((operation) => !allowed.includes(operation)).concat(elsewhere);
  });
}

function isWhole({
  name,
  compiled,
  scope,
}: {
  name: string;
  compiled: CompiledScope;
  scope: Scope;
}): boolean {
  // A whole class of storage becomes rules when it is restricted to buckets.
  const isTagged = name === 'sos' && (scope.tags ?? []).includes('sos');
  return isTagged || compiled.policy.services[name]?.type === 'allow';
}

function excessBuckets(
  name: string,
  { scope, ceiling }: { scope: Scope; ceiling: Scope },
): string[] {
  const allowed = ceiling.resources ?? [];
  if (name !== 'sos' || allowed.length === 0) return [];
  const asked = scope.resources ?? [];
  if (asked.length === 0) return ['every bucket'];
  return asked.filter((bucket) => !allowed.includes(bucket));
}

function compile(scope: Scope): CompiledScope {
  try {
    return compileScope(scope);
  } catch (error) {
    if (error instanceof ExoIamError) throw invalidScope(error.message, error);
    throw error;
  }
}

function invalidScope(message: string, cause?: unknown): BrokerError {
  return new BrokerError('ERR_SCOPE_INVALID', message, { cause });
}
