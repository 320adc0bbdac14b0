// The error for an attempt that got no answer: no connection, or none in time.
import { ExoIamError } from '../errors.ts';
import { wasNeverSent, type Failure } from './retry.ts';

export interface FailedAttempt {
  readonly error: ExoIamError;
  /** What decides whether to try again. */
  readonly failure: Failure;
}

export interface NoAnswer {
  readonly operation: string;
  readonly url: URL;
  readonly cause: unknown;
  /** Set when it was this limit, in milliseconds, that ended the attempt. */
  readonly limitMs?: number;
}

export function connectionFailure({ operation, url, cause, limitMs }: NoAnswer): FailedAttempt {
  if (limitMs !== undefined) {
    const message = `${operation} was not answered by ${url.host} within ${limitMs / 1000} s. Check the network and any proxy, or try again later.`;
    const error = new ExoIamError('ERR_TIMEOUT', message, { operation, cause, uncertain: true });
    return { error, failure: {} };
  }
  const systemCode = systemCodeOf(cause);
  const reason = systemCode === undefined ? '' : ` (${systemCode})`;
  const message = `${operation} could not be sent to ${url.host}${reason}. Check the endpoint, the network and any proxy (https_proxy, no_proxy).`;
  const failure = systemCode === undefined ? {} : { systemCode };
  const uncertain = !wasNeverSent(failure);
  const error = new ExoIamError('ERR_UNREACHABLE', message, { operation, cause, uncertain });
  return { error, failure };
}

// fetch wraps the system's error, and undici wraps it once more when every address failed.
function systemCodeOf(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
  }
  return undefined;
}
