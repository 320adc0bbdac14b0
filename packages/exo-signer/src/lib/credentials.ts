// Checks an API key before it signs anything. Implements docs/signing.md sections 4.2 and 6.
import { ExoSignerError } from '../errors.ts';
import { type Credentials } from '../types.ts';

/**
 * A copy, so that a getter cannot give another value after the check.
 *
 * @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`; the message repeats no value.
 */
export function checkCredentials(credentials: Credentials): Credentials {
  const { apiKey, apiSecret } = Object(credentials) as Credentials;
  assertApiKey(apiKey);
  if (typeof apiSecret === 'string' && apiSecret !== '') return { apiKey, apiSecret };
  throw new ExoSignerError(
    'ERR_CREDENTIALS_INVALID',
    'The API secret is empty or not a string. Expected that of the API key; check that its variable is set.',
  );
}

/** Whether the header can carry the key and give it back: printable ASCII that does not look like the next pair. */
export function isCarriableKey(apiKey: string): boolean {
  return /^[ -~]+$/.test(apiKey) && !apiKey.includes(',signed-query-args=');
}

/** @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID` for a key that is empty or not sendable. */
export function assertApiKey(apiKey: string): void {
  if (typeof apiKey === 'string' && isCarriableKey(apiKey)) return;
  throw new ExoSignerError(
    'ERR_CREDENTIALS_INVALID',
    'The API key is empty or holds a character that a header cannot carry. Expected printable ASCII; check for a line break at its end.',
  );
}
