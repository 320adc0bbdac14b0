// What a scope grants, class by class, before it becomes a policy.
import type { KnownOperation } from './known-operation.ts';

/** What is granted of one service class. */
export interface Grant {
  /** True for the class as a whole, operations without a known name included. */
  whole: boolean;
  readonly operations: Map<string, KnownOperation>;
}

export type Grants = Map<string, Grant>;

export function grantOperation(
  grants: Grants,
  serviceClass: string,
  operation: KnownOperation,
): void {
  grantOf(grants, serviceClass).operations.set(operation.name, operation);
}

export function grantClass(grants: Grants, serviceClass: string): void {
  grantOf(grants, serviceClass).whole = true;
}

/** Every operation granted, once. */
export function grantedOperations(grants: Grants): KnownOperation[] {
  const all = [...grants.values()].flatMap(({ operations }) => Array.from(operations.values()));
  return [...new Set(all)];
}

function grantOf(grants: Grants, serviceClass: string): Grant {
  const grant = grants.get(serviceClass) ?? { whole: false, operations: new Map() };
  grants.set(serviceClass, grant);
  return grant;
}
