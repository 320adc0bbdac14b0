// Checks an API key before it signs anything. Implements docs/signing.md sections 4.2 and 6.
import { ExoSignerError } from '../errors.ts';
import { type Credentials } from '../types.ts';

/** @throws {ExoSignerError} `ERR_CREDENTIALS_INVALID`; the message repeats no value. */
export function assertCredentials({ apiKey, apiSecret }: Credentials): void {
  assertApiKey(apiKey);
  if (typeof apiSecret === 'string' && apiSecret !== '') return;
  throw new ExoSignerError(
    'ERR_CREDENTIALS_INVALID',
    'The API secret is not a string or is empty. Expected the secret that belongs to the API key; check that the variable it is read from is set.',
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
    'The API key is empty or holds a character that a header cannot carry. Expected printable ASCII such as "EXO…"; check for a line break at its end.',
  );
}
