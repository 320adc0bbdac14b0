// Asynchronous operations: started by a change, settled by being polled often enough.
import { newUuid } from './identifiers.ts';
import type { OperationRecord, OperationReference } from './records.ts';
import type { Store } from './store.ts';

export function startOperation(store: Store, reference?: OperationReference): OperationRecord {
  const { random, pendingPolls } = store.options;
  const operation: OperationRecord = {
    id: newUuid(random),
    state: pendingPolls > 0 ? 'pending' : 'success',
    pendingPolls,
    ...(reference && { reference }),
  };
  store.operations.set(operation.id, operation);
  return operation;
}

/**
 * The operation as this poll sees it. It succeeds when a poll is told so and not before, so that a
 * caller who does not wait for it is found out.
 */
export function pollOperation(store: Store, id: string): OperationRecord | undefined {
  const operation = store.operations.get(id);
  if (operation?.state !== 'pending') return operation;
  const polled: OperationRecord =
    operation.pendingPolls > 0
      ? { ...operation, pendingPolls: operation.pendingPolls - 1 }
      : { ...operation, state: 'success' };
  store.operations.set(id, polled);
  return polled;
}

/** The operation in the words of the API. */
export function describeOperation({ id, state, reference }: OperationRecord): object {
  return { id, state, ...(reference && { reference }) };
}
