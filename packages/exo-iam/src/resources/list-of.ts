// Reads the list in a response. Refuses anything else: as an empty list it would mean that nothing is left.
import { ExoIamError } from '../errors.ts';

/**
 * The list that an answer holds in a member, or is.
 *
 * @throws {ExoIamError} `ERR_ANSWER_UNREADABLE` for anything else.
 */
export function listOf<T>(operation: string, answer: unknown, member?: string): T[] {
  const list: unknown = member === undefined ? answer : memberOf(answer, member);
  if (Array.isArray(list)) return list as T[];
  const where = member === undefined ? '' : ` in "${member}"`;
  throw new ExoIamError(
    'ERR_ANSWER_UNREADABLE',
    `${operation} did not return a list${where}. Expected the response of an Exoscale API; check the endpoint and any proxy in between.`,
    { operation },
  );
}

function memberOf(answer: unknown, member: string): unknown {
  return typeof answer === 'object' && answer !== null
    ? (answer as Readonly<Record<string, unknown>>)[member]
    : undefined;
}
