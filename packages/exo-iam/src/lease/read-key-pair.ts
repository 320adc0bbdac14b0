// The key and secret of an answer: what is handed to programs and written to a runner's files.
import { ExoIamError } from '../errors.ts';

export interface KeyPair {
  readonly key: string;
  readonly secret: string;
}

/**
 * The answer, if it holds a key and a secret. Their form is not documented; a line break or a space is in
 * neither, and could write commands of a runner into its log.
 *
 * @throws {ExoIamError} `ERR_ANSWER_UNREADABLE`. A key may have been made all the same.
 */
export function readKeyPair<T extends KeyPair>(answer: T): T {
  // Nothing validates answers, so it may be anything, `undefined` included.
  const { key, secret } = (answer ?? {}) as Partial<Record<keyof KeyPair, unknown>>;
  if ([key, secret].every((each) => typeof each === 'string' && /^[\x21-\x7e]+$/.test(each))) {
    return answer;
  }
  throw new ExoIamError(
    'ERR_ANSWER_UNREADABLE',
    'The answer to the creation of a key has no key and secret of printable characters. Expected both; check the endpoint and any proxy in between.',
    { uncertain: true },
  );
}
