// From what a lease may do to the policy that says so.
import type { Operation } from '@x/exo-operations';

import { ExoIamError } from '../errors.ts';
import type { IamPolicy, IamServicePolicy } from './policy.ts';
import { resolveOperations } from './resolve-operations.ts';

/** What a lease may do. */
export interface Scope {
  /** Names of the API reference, `list-zones` for example. */
  readonly operations: readonly string[];
}

/** A scope, worked out. */
export interface CompiledScope {
  /** Denies whatever it does not name. It has no deadline yet. */
  readonly policy: IamPolicy;
  /** Every operation the policy allows, by class. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  /** Those of them whose answer is an operation to be polled. */
  readonly asynchronous: readonly string[];
  /** Operations that were not asked for and are allowed all the same. */
  readonly added: readonly string[];
}

/**
 * The policy for a scope.
 *
 * `get-operation` is added when an asynchronous operation is allowed, since its result could not be
 * asked for otherwise. Which class it is decided in is not documented, so it is allowed in `compute`
 * and in each class that has an asynchronous operation in the scope.
 *
 * @throws {ExoIamError} `ERR_SCOPE_EMPTY`, `ERR_OPERATION_UNKNOWN`.
 */
export function compileScope(scope: Scope): CompiledScope {
  if (scope.operations.length === 0) {
    throw new ExoIamError(
      'ERR_SCOPE_EMPTY',
      'The scope is empty: no operation is named. A key without a scope could do everything, so none is made. Name the operations the job needs, such as list-zones.',
      { field: 'operations' },
    );
  }
  const asked = resolveOperations(scope.operations);
  const asynchronous = asked.filter((operation) => operation.asynchronous);
  const classes = new Map<string, Set<string>>();
  const allow = (serviceClass: string, name: string): void => {
    classes.set(serviceClass, (classes.get(serviceClass) ?? new Set()).add(name));
  };
  for (const { serviceClass, name } of asked) allow(serviceClass, name);
  const polls = asynchronous.filter(({ name }) => name !== polling);
  if (polls.length > 0) {
    for (const serviceClass of ['compute', ...polls.map(classOf)]) allow(serviceClass, polling);
  }
  const allowed = [...classes].map(([serviceClass, names]) => [serviceClass, [...names]] as const);
  return {
    policy: {
      'default-service-strategy': 'deny',
      services: Object.fromEntries(allowed.map(([name, names]) => [name, allowOnly(names)])),
    },
    operations: Object.fromEntries(allowed),
    asynchronous: asynchronous.map(({ name }) => name),
    added: polls.length > 0 && !scope.operations.includes(polling) ? [polling] : [],
  };
}

const polling = 'get-operation';

function classOf(operation: Operation): string {
  return operation.serviceClass;
}

function allowOnly(names: readonly string[]): IamServicePolicy {
  // Safe inside CEL: every name is from the catalogue, letters, digits and hyphens.
  const list = names.map((name) => `'${name}'`).join(', ');
  return { type: 'rules', rules: [{ action: 'allow', expression: `operation in [${list}]` }] };
}
