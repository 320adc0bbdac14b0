// Polling of asynchronous operations.
import type { Answer } from '../http/answer.ts';
import { ok, refuse } from '../http/answer.ts';
import { describeOperation, pollOperation } from '../state/operation-queue.ts';
import type { Store } from '../state/store.ts';
import type { Call } from './handler.ts';

export function getOperation(store: Store, call: Call): Answer {
  const operation = pollOperation(store, call.id);
  return operation ? ok(describeOperation(operation)) : refuse(404, 'Operation not found');
}
