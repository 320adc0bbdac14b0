// Asynchronous operations: a change starts them, and polls complete them.
import { newUuid } from './identifiers.ts';
import type { OperationRecord, OperationReference } from './records.ts';
import type { Store } from './store.ts';

// A client polls at once, so old operations can be removed to limit memory.
const settledKept = 1000;

export function startOperation(store: Store, reference?: OperationReference): OperationRecord {
  const { random, pendingPolls } = store.options;
  const operation: OperationRecord = {
    id: newUuid(random),
    state: pendingPolls > 0 ? 'pending' : 'success',
    pendingPolls,
    ...(reference && { reference }),
  };
  store.operations.set(operation.id, operation);
  forgetOldest(store);
  return operation;
}

function forgetOldest({ operations }: Store): void {
  const settled = [...operations.values()].filter(({ state }) => state !== 'pending');
  for (const { id } of settled.slice(0, -settledKept)) operations.delete(id);
}

/**
 * The operation as this poll sees it. It succeeds only when a poll returns success, to expose a caller that
 * does not wait.
 */
export function pollOperation(store: Store, id: string): OperationRecord | undefined {
  const operation = store.operations.get(id);
  if (operation?.state !== 'pending') return operation;
  const polled: OperationRecord =
    operation.pendingPolls > 0
      ? { ...operation, pendingPolls: operation.pendingPolls - 1 }
      : { ...operation, state: 'success' };
  store.operations.set(id, polled);
  store.revision += 1;
  return polled;
}

/** The operation in the words of the API. */
export function describeOperation({ id, state, reference }: OperationRecord): object {
  return { id, state, ...(reference && { reference }) };
}
