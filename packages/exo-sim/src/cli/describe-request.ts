// A request as one line of a log.
import type { RecordedRequest } from '../http/recorded-request.ts';

export function describeRequest(record: RecordedRequest): string {
  const { method, path, operation = 'unknown', apiKey = 'unsigned', zone } = record;
  // No answer: the client did not wait for it.
  const outcome = record.status ?? (record.dropped ? 'dropped' : 'unanswered');
  return `${method} ${path} [${operation}] ${zone} ${apiKey} ${outcome}`;
}
