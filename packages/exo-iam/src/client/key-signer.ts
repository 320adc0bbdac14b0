// The signer for one key, with the errors of this package.
import { createSigner, type Credentials, type Signer } from '@x/exo-signer';

import { ExoIamError } from '../errors.ts';

/** @throws {ExoIamError} `ERR_CREDENTIALS_MISSING`, `ERR_CREDENTIALS_INVALID`; no value is repeated. */
export function createKeySigner(credentials: Credentials, now: () => number): Signer {
  const { apiKey, apiSecret } = Object(credentials) as Credentials;
  if (!apiKey || !apiSecret) {
    throw new ExoIamError(
      'ERR_CREDENTIALS_MISSING',
      `The API ${apiKey ? 'secret' : 'key'} is missing. Expected both members of an Exoscale API key; check that the variables or secrets they come from are set.`,
      { field: apiKey ? 'api-secret' : 'api-key' },
    );
  }
  try {
    return createSigner(credentials, { now });
  } catch (cause) {
    throw new ExoIamError(
      'ERR_CREDENTIALS_INVALID',
      'The API key cannot be sent. Expected printable ASCII such as "EXO…"; check for a line break at its end.',
      { field: 'api-key', cause },
    );
  }
}
