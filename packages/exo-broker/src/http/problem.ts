// Errors as problem documents (RFC 9457). A client learns the code and what to do, never why a token is not valid.
import { randomUUID } from 'node:crypto';

import { BrokerError } from '../errors.ts';

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly 'request-id': string;
  readonly excess?: readonly string[];
}

function toProblem(error: BrokerError, requestId: string): ProblemDocument {
  const { status, code } = error.problem;
  return {
    type: `https://github.com/x/exo-lease/blob/main/docs/broker.md#${code}`,
    title: titles[status] ?? 'Error',
    status,
    detail: error.message,
    code,
    'request-id': requestId,
    ...(error.excess && { excess: error.excess }),
  };
}

export function problemResponse(error: BrokerError, requestId: string): Response {
  const { status } = error.problem;
  return new Response(JSON.stringify(toProblem(error, requestId)), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(error.retryAfterSeconds !== undefined && {
        'retry-after': String(error.retryAfterSeconds),
      }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
  });
}

/** For a request whose address cannot be read, so that it does not reach a route. */
export function unreadableResponse(cause: unknown): Response {
  const requestId = randomUUID();
  const problem =
    'The path or the header Host of the request cannot be read. Expected those of this broker.';
  const error = new BrokerError('ERR_REQUEST_INVALID', problem, { cause });
  const response = problemResponse(error, requestId);
  response.headers.set('x-request-id', requestId);
  return response;
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'A valid token is needed',
  403: 'The policy does not allow it',
  404: 'Not found',
  405: 'The method is not allowed',
  409: 'The idempotency key is taken',
  410: 'The lease is over',
  413: 'The request is too large',
  415: 'The body is not JSON',
  422: 'The idempotency key was used with another request',
  429: 'Too many',
  502: 'The Exoscale API refused the request',
  503: 'The broker is temporarily unavailable',
};
