// The only file that calls `fetch`: signing, time-outs, retries, and errors without secrets.
import type { Signer } from '@x/exo-signer';

import { ExoIamError } from '../errors.ts';
import { answerError } from './answer-error.ts';
import type { ApiRequest } from './api-request.ts';
import { createBudget, type Budget } from './budget.ts';
import { connectionFailure, type FailedAttempt } from './connection-failure.ts';
import { prepareRequest } from './prepare-request.ts';
import { bodyLimit, readBody } from './read-body.ts';
import { redirectError } from './redirect-error.ts';
import { isRetryable, retryDelayMs } from './retry.ts';
import { sleep as sleepOnTimer, type Sleep } from './sleep.ts';

/** What one attempt did. Never a header, a body or a signature: safe to log. */
export interface Exchange {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** Counted from 1. */
  readonly attempt: number;
  /** The HTTP status, or undefined without a response. */
  readonly status: number | undefined;
  readonly durationMs: number;
  /** The message that was signed, with the body's size in its place; undefined when nothing was. */
  readonly signedMessage: string | undefined;
}

/** The transport's dependencies and limits. */
export interface TransportOptions {
  /** Signs every request but `list-zones`. */
  readonly signer: Pick<Signer, 'sign'>;
  /** Defaults to the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** The clock, in milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** A clock for elapsed time, in milliseconds, that is never set. Default `performance.now`. */
  readonly elapsed?: (() => number) | undefined;
  /** Waits; rejects when aborted. Default a timer. */
  readonly sleep?: Sleep | undefined;
  /** In [0, 1). Default `Math.random`. Spreads retries, nothing secret. */
  readonly random?: (() => number) | undefined;
  /** Limit of one attempt, in milliseconds. Default 15,000. */
  readonly requestTimeoutMs?: number | undefined;
  /** Limit of a request with all its retries, in milliseconds. Default 60,000. */
  readonly deadlineMs?: number | undefined;
  /** Limit of all requests together, instead of `deadlineMs`. */
  readonly budget?: Budget | undefined;
  /** Sent as `User-Agent`. */
  readonly userAgent?: string | undefined;
  /** Called after every attempt, for debug logs. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Called with how far the local clock is ahead of the `Date` of each response, in milliseconds. */
  readonly onClock?: ((aheadMs: number) => void) | undefined;
}

/** Sends a request and gives the parsed JSON of a 2xx answer. */
export type Transport = (request: ApiRequest) => Promise<unknown>;

// RFC 9110, section 9.2.2, of those that the API uses.
const idempotentMethods: readonly string[] = ['GET', 'PUT', 'DELETE'];

/** A transport for one key. */
export function createTransport(
  options: TransportOptions & { readonly elapsed: () => number },
): Transport {
  const {
    signer,
    fetch = globalThis.fetch,
    now = Date.now,
    sleep = sleepOnTimer,
    random = Math.random,
    elapsed,
    // Longer than Node takes to give up a connection, which is certainly not carried out.
    requestTimeoutMs = 15_000,
    deadlineMs = 60_000,
    userAgent = '@x/exo-iam',
    onExchange,
    onClock,
  } = options;

  return async function send(request) {
    const idempotent = idempotentMethods.includes(request.method);
    const budget = options.budget ?? createBudget(deadlineMs, elapsed);
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await attemptOnce(request, { attempt, budget });
      if ('value' in outcome) return outcome.value;
      const { error, failure } = outcome;
      if (!isRetryable(failure, { idempotent })) throw error;
      const delayMs = retryDelayMs(failure, attempt, { now: now(), random: random() });
      const { maxAttempts = Infinity } = budget;
      if (attempt + 1 >= maxAttempts || delayMs >= budget.leftMs()) throw error;
      await sleep(delayMs, request.signal);
    }
  };

  async function attemptOnce(
    request: ApiRequest,
    { attempt, budget }: { readonly attempt: number; readonly budget: Budget },
  ): Promise<Outcome> {
    const { operation, method, url } = request;
    request.signal?.throwIfAborted();
    // Signed anew at each attempt, so that a retry is never refused for its age.
    const prepared = await prepareRequest(request, { signer, userAgent });
    const { headers, content, signedMessage } = prepared;
    const startedAt = elapsed();
    const report = (status?: number): void => {
      const durationMs = Math.round(elapsed() - startedAt);
      const told = { operation, method, url: url.href, attempt: attempt + 1, status };
      onExchange?.({ ...told, durationMs, signedMessage });
    };
    // Whole milliseconds, which is all that a timer takes.
    const limitMs = Math.max(1, Math.ceil(Math.min(requestTimeoutMs, budget.leftMs())));
    const timeout = AbortSignal.timeout(limitMs);
    let response: Response | undefined;
    let text: string | undefined;
    try {
      response = await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
        ...(content !== undefined && { body: content }),
      });
      text = await readBody(response, bodyLimit(operation));
    } catch (cause) {
      report(response?.status);
      request.signal?.throwIfAborted();
      const answered = response !== undefined;
      const limit = timeout.aborted ? { limitMs } : {};
      return connectionFailure({ operation, url, cause, answered, ...limit });
    }
    const { status } = response;
    report(status);
    const date = response.headers.get('date');
    const aheadMs = now() - Date.parse(date ?? '');
    if (!Number.isNaN(aheadMs)) onClock?.(aheadMs);
    if (text === undefined) return tooLong(operation, status);
    const redirect = redirectError({ operation, method, url, response });
    if (redirect) return { error: redirect, failure: { status, permanent: true } };
    if (response.ok) return readSuccess(operation, status, text);
    const error = answerError({ operation, status, text, date, now: now() });
    return { error, failure: { status, retryAfter: response.headers.get('retry-after') } };
  }
}

type Outcome = { readonly value: unknown } | FailedAttempt;

function readSuccess(operation: string, status: number, text: string): Outcome {
  try {
    return { value: text === '' ? undefined : JSON.parse(text) };
  } catch {
    const what = /^\s*</.test(text) ? 'HTML' : 'something that is not JSON';
    const message = `${operation} returned ${what}. Expected the JSON of an Exoscale API; check the endpoint and any proxy in between.`;
    // The request may have been carried out, whatever the answer is: nothing to retry.
    const facts = { operation, status, uncertain: true };
    const error = new ExoIamError('ERR_ANSWER_UNREADABLE', message, facts);
    return { error, failure: { status } };
  }
}

function tooLong(operation: string, status: number): Outcome {
  const message = `${operation} returned more than ${bodyLimit(operation) / 2 ** 20} MiB. Expected the JSON of an Exoscale API; check the endpoint and any proxy in between.`;
  const facts = { operation, status, uncertain: true };
  const error = new ExoIamError('ERR_ANSWER_UNREADABLE', message, facts);
  return { error, failure: { status, permanent: true } };
}
