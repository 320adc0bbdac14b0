// Asynchronous operations: started by a change, settled by being polled often enough.
import { newUuid } from './identifiers.ts';
import type { OperationRecord, OperationReference } from './records.ts';
import type { Store } from './store.ts';

// A client that polls does so at once; what a long run leaves behind must not grow without end.
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
  store.revision += 1;
  return polled;
}

/** The operation in the words of the API. */
export function describeOperation({ id, state, reference }: OperationRecord): object {
  return { id, state, ...(reference && { reference }) };
}
