// Checks a response that contains a new secret before anything uses it.
import { ExoIamError } from '../errors.ts';

/**
 * Returns the response if key and secret are usable and safe to pass on: one word of printable ASCII
 * each. A line break in either could write commands into the log of a runner.
 *
 * @throws {ExoIamError} `ERR_ANSWER_UNREADABLE`, uncertain, since a key may exist anyway.
 */
export function checkKeyAnswer<Answer extends { readonly key: string; readonly secret: string }>(
  operation: string,
  answer: Answer | undefined,
): Answer {
  const words: readonly unknown[] = [answer?.key, answer?.secret];
  if (answer && words.every((word) => typeof word === 'string' && /^[!-~]+$/.test(word))) {
    return answer;
  }
  throw new ExoIamError(
    'ERR_ANSWER_UNREADABLE',
    `${operation} did not return a usable key and secret. Expected the response of an Exoscale API; check the endpoint and any proxy in between.`,
    { operation, uncertain: true },
  );
}
