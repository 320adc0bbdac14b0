// Turns a failed mint into the error that the client gets.
import { ExoIamError, hasCode } from '@x/exo-iam';

import { BrokerError } from '../errors.ts';

/** The error that a client gets when a mint failed. */
export function refusalOfMint(error: unknown): BrokerError {
  const cause = firstCause(error);
  if (cause instanceof BrokerError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (hasCode(cause, ...badScopes)) {
    return new BrokerError('ERR_SCOPE_INVALID', reason, { cause: error });
  }
  if (cause instanceof ExoIamError && !hasCode(cause, ...outages)) {
    const message = `The Exoscale API refused to make the lease: ${reason}`;
    return new BrokerError('ERR_API_REFUSED', message, { cause: error });
  }
  return new BrokerError(
    'ERR_UNAVAILABLE',
    `The lease could not be made in time: ${reason} Try again with a new idempotency key.`,
    { cause: error, retryAfterSeconds: 5 },
  );
}

// A mint that could not be undone throws both failures; the first says why it failed.
function firstCause(error: unknown): unknown {
  if (!hasCode(error, 'ERR_LEFT_BEHIND') || !(error.cause instanceof AggregateError)) return error;
  return error.cause.errors[0];
}

const badScopes = [
  'ERR_DURATION_INVALID',
  'ERR_SCOPE_INVALID',
  'ERR_SCOPE_EMPTY',
  'ERR_SCOPE_CONFLICT',
  'ERR_OPERATION_UNKNOWN',
  'ERR_TAG_UNKNOWN',
  'ERR_RESOURCE_INVALID',
  'ERR_METHOD_UNSUITABLE',
] as const;

const outages = [
  'ERR_SERVER',
  'ERR_ANSWER_UNREADABLE',
  'ERR_UNREACHABLE',
  'ERR_TIMEOUT',
  'ERR_RATE_LIMITED',
] as const;
