// The two requests that a client of the broker makes: a lease, and its end.
import { randomUUID } from 'node:crypto';

import type { Context } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { sleep } from '../sleep.ts';
import { fetchJson, type JsonAnswer } from './fetch-json.ts';
import { audienceFor, requestIdToken } from './request-id-token.ts';

/** The answer to a request for a lease. */
export interface BrokeredLease {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly 'expires-at': string;
  readonly 'enforced-by': 'server' | 'broker';
  readonly sealed: string;
  readonly 'revoke-token': string;
}

export interface LeaseRequest {
  readonly rule?: string | undefined;
  readonly scope: Readonly<Record<string, unknown>>;
  readonly ttl?: string | undefined;
  readonly recipient: string;
}

export interface BrokerClient {
  readonly id: string;
  /** Sends the same request until it is answered, for a minute at most: its id makes that safe. */
  request(request: LeaseRequest, signal: AbortSignal): Promise<BrokeredLease>;
  /** Ends the lease of this id, and keeps a request that is still on its way from making one. */
  end(revokeToken: string | undefined, signal: AbortSignal): Promise<string>;
}

const limitMs = 60_000;

export function createBrokerClient(
  context: Pick<Context, 'env' | 'fetch' | 'now'>,
  { url, audience }: { readonly url: URL; readonly audience: string },
): BrokerClient {
  const id = randomUUID();
  const base = url.href.replace(/\/+$/, '');
  return {
    id,
    async request(request, signal) {
      const giveUpAt = context.now() + limitMs;
      const bound = audienceFor(audience, request.recipient);
      for (let delayMs = 500; ; delayMs = Math.min(delayMs * 2, 8000)) {
        // Anew each time: the broker takes GitHub's token once.
        const bearer = await requestIdToken(context, bound, { signal });
        const answer = await fetchJson(context, new URL(`${base}/v1/leases`), {
          method: 'POST',
          bearer,
          headers: { 'idempotency-key': id },
          body: request,
          signal,
        }).catch((error: unknown) => unlessOver(error, context.now() + delayMs < giveUpAt));
        if (answer?.status === 201) return answer.body as BrokeredLease;
        const mayPass = answer === undefined || isPassing(answer.status);
        if (answer && (!mayPass || context.now() + delayMs >= giveUpAt)) throw refusal(answer);
        await sleep(delayMs, signal);
      }
    },
    async end(revokeToken, signal) {
      const bearer = revokeToken ?? (await requestIdToken(context, audience, { signal }));
      const endpoint = new URL(`${base}/v1/leases/${id}`);
      const answer = await fetchJson(context, endpoint, { method: 'DELETE', bearer, signal });
      if (answer.status !== 200) throw refusal(answer);
      const { state } = answer.body as { readonly state?: unknown };
      return state === 'revoking'
        ? 'The broker is revoking the key.'
        : 'The broker has revoked the key.';
    },
  };
}

// Nothing of it is known then; the next attempt has the same id.
function unlessOver(error: unknown, goesOn: boolean): undefined {
  if (!goesOn || !(error instanceof ExoLeaseError)) throw error;
  return undefined;
}

function isPassing(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

function refusal({ status, body, retryAfter }: JsonAnswer): ExoLeaseError {
  const { code, detail, title } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const said = [code, detail ?? title].filter((each) => typeof each === 'string').join(': ');
  const wait = retryAfter === null ? '' : ` Try again in ${retryAfter} s.`;
  const isRefused = status >= 400 && status < 500 && status !== 429;
  return new ExoLeaseError(
    isRefused ? 'ERR_BROKER_REFUSED' : 'ERR_BROKER_UNREACHABLE',
    `The broker answered ${status}${said && ` (${said})`}.${wait} Its audit trail says more.`,
  );
}
