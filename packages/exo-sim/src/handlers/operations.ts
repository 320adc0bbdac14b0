// Polling of asynchronous operations.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { describeOperation, pollOperation } from '../state/operation-queue.ts';
import type { Store } from '../state/store.ts';

export function getOperation(store: Store, call: Call): Answer {
  const operation = pollOperation(store, call.id);
  return operation ? ok(describeOperation(operation)) : refuse(404, 'Operation not found');
}
