// The two headers that a request for a lease needs.
import { BrokerError } from '../errors.ts';

const maxTokenBytes = 8 * 1024;
const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** @throws {BrokerError} `ERR_TOKEN_INVALID`. */
export function bearerToken(headers: Headers): string {
  const header = headers.get('authorization');
  const [, token] = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(header ?? '') ?? [];
  if (token !== undefined && token.length <= maxTokenBytes) return token;
  const missing =
    'Send the OIDC token of the job as Authorization: Bearer <token>. A GitHub workflow needs permissions: id-token: write to get one.';
  throw new BrokerError(
    'ERR_TOKEN_INVALID',
    header === null ? `The request has no token. ${missing}` : 'The token is not valid.',
    { reason: header === null ? 'no token' : 'the header is not a bearer token of up to 8 KiB' },
  );
}

/** @throws {BrokerError} `ERR_REQUEST_INVALID`. */
export function idempotencyKey(headers: Headers): string {
  const key = headers.get('idempotency-key')?.toLowerCase() ?? '';
  if (uuidV4.test(key)) return key;
  throw new BrokerError(
    'ERR_REQUEST_INVALID',
    'The header Idempotency-Key is not a UUID of version 4. Send a new random one with each new request, and the same one when you repeat a request.',
  );
}

/** @throws {BrokerError} `ERR_NOT_FOUND` for what cannot be the id of a lease. */
export function leaseId(text: string): string {
  const id = text.toLowerCase();
  if (uuidV4.test(id)) return id;
  throw new BrokerError(
    'ERR_NOT_FOUND',
    'This lease does not exist. Expected the id of a lease, a UUID of version 4.',
  );
}
