// Looks an operation up by its name (`operationId`).
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

const byName = /* @__PURE__ */ new Map(operations.map((operation) => [operation.name, operation]));

/**
 * The operation of that name, or `undefined` when the specification has none.
 *
 * @example
 *   findOperation('list-zones')?.path; // '/zone'
 */
export function findOperation(name: string): Operation | undefined {
  return byName.get(name);
}
