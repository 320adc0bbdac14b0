// Decides about `get-operation`, without which a key cannot ask how its asynchronous operations ended.
import { grantOperation, type Grants } from './grants.ts';
import { findKnownOperation } from './known-operation.ts';
import type { Scope } from './scope.ts';

export interface Polling {
  /** `get-operation` if it was added. */
  readonly added: readonly string[];
  readonly notes: readonly string[];
}

const name = 'get-operation';

/** Adds `get-operation` to the grants or removes it from them, with a note. */
export function grantPolling(grants: Grants, { getOperation = 'auto' }: Scope): Polling {
  const awaiting = [...grants].filter(([, { operations }]) =>
    [...operations.values()].some(({ asynchronous }) => asynchronous),
  );
  if (getOperation === 'deny') {
    for (const [serviceClass, grant] of grants) {
      // A whole class would still include it, and so might any class with asynchronous operations. Grant
      // the known operations of the class instead.
      const held = grant.operations.delete(name);
      if (held || awaiting.some(([each]) => each === serviceClass)) grant.whole = false;
      if (grant.operations.size === 0) grants.delete(serviceClass);
    }
    const note =
      'The key may start asynchronous operations but cannot ask for their results, since get-operation is denied.';
    return { added: [], notes: awaiting.length > 0 ? [note] : [] };
  }
  const polling = findKnownOperation(name);
  if (!polling || (getOperation === 'auto' && awaiting.length === 0))
    return { added: [], notes: [] };
  const asked = [...grants.values()].some(({ operations }) => operations.has(name));
  // The class that decides about it is not documented, so allow it in its own class and where it is needed.
  for (const serviceClass of [polling.serviceClass, ...awaiting.map(([each]) => each)]) {
    grantOperation(grants, serviceClass, polling);
  }
  if (asked) return { added: [], notes: [] };
  const note =
    'get-operation was added, so that the key can ask for the results of asynchronous operations. Its responses can name other resources.';
  return { added: [name], notes: [note] };
}
