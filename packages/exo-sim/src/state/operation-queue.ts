// Asynchronous operations: started by a change, settled by being polled often enough.
import { newUuid } from './identifiers.ts';
import type { OperationRecord, OperationReference } from './records.ts';
import type { Store } from './store.ts';

export function startOperation(store: Store, reference?: OperationReference): OperationRecord {
  const operation = {
    id: newUuid(store.options.random),
    pendingPolls: store.options.pendingPolls,
    ...(reference && { reference }),
  };
  store.operations.set(operation.id, operation);
  return operation;
}

/** The operation as this poll sees it; the next one sees it a step further. */
export function pollOperation(store: Store, id: string): OperationRecord | undefined {
  const operation = store.operations.get(id);
  if (operation && operation.pendingPolls > 0) {
    store.operations.set(id, { ...operation, pendingPolls: operation.pendingPolls - 1 });
  }
  return operation;
}

/** The operation in the words of the API. */
export function describeOperation(operation: OperationRecord): object {
  return {
    id: operation.id,
    state: operation.pendingPolls === 0 ? 'success' : 'pending',
    ...(operation.reference && { reference: operation.reference }),
  };
}
