// A request as one line of a log.
import type { RecordedRequest } from '../simulator.ts';

export function describeRequest(record: RecordedRequest): string {
  const { method, path, operation = 'unknown', apiKey = 'unsigned', zone, status } = record;
  return `${method} ${path} [${operation}] ${zone} ${apiKey} ${status ?? 'dropped'}`;
}
