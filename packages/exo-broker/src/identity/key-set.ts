// The public keys of one issuer: fetched when needed, cached, and kept while the issuer does not answer.
import type { JWK } from 'jose';

import { BrokerError } from '../errors.ts';
import { fetchJson } from './limited-fetch.ts';

const cacheMs = 10 * 60_000;
const refetchMs = 30_000;
// Without a usable key every token is refused, so the next attempt comes sooner.
const retryMs = 2000;
const staleMs = 24 * 3600_000;
const algorithms = ['RS256', 'ES256'];

export interface KeySetOptions {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Fetched {
  readonly keys: readonly JWK[];
  readonly at: number;
}

/** Finds the key of a token. */
export interface KeySet {
  find(header: { readonly kid: string; readonly alg: string }): Promise<JWK>;
}

/** Keys of the issuer at `issuerUrl`. A token cannot change where they are fetched. */
export function createKeySet(issuerUrl: string, options: KeySetOptions): KeySet {
  let fetched: Fetched | undefined;
  let attemptedAt = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  let pending: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    attemptedAt = options.now();
    try {
      const keys = await fetchKeys(issuerUrl, options.fetch);
      fetched = { keys, at: options.now() };
      failure = undefined;
    } catch (error) {
      failure = error;
    }
  }

  // One fetch at a time, and at most one in 30 s, whatever key ids the tokens have.
  async function refreshOnce(): Promise<void> {
    const pauseMs = isUsable() ? refetchMs : retryMs;
    if (pending === undefined && options.now() - attemptedAt < pauseMs) return;
    pending ??= refresh().finally(() => {
      pending = undefined;
    });
    await pending;
  }

  function lookUp(kid: string): JWK | undefined {
    return isUsable() ? fetched?.keys.find((key) => key.kid === kid) : undefined;
  }

  function isUsable(): boolean {
    return fetched !== undefined && options.now() - fetched.at <= staleMs;
  }

  return {
    async find({ kid, alg }) {
      const isFresh = fetched !== undefined && options.now() - fetched.at < cacheMs;
      if (!isFresh || lookUp(kid) === undefined) await refreshOnce();
      const key = lookUp(kid);
      if (key !== undefined) return checkKey(key, alg);
      if (!isUsable()) throw unavailable(issuerUrl, failure);
      throw new Error(`the issuer ${issuerUrl} has no key with the id of the token`);
    },
  };
}

function checkKey(key: JWK, alg: string): JWK {
  if (!algorithms.includes(alg)) throw new Error('the algorithm is not RS256 or ES256');
  if (key.kty !== (alg === 'RS256' ? 'RSA' : 'EC')) throw new Error('the key has another type');
  if (key.alg !== undefined && key.alg !== alg) throw new Error('the key is for another algorithm');
  if (key.use !== undefined && key.use !== 'sig') throw new Error('the key is not for signatures');
  return key;
}

function unavailable(issuerUrl: string, cause: unknown): BrokerError {
  return new BrokerError(
    'ERR_UNAVAILABLE',
    'The keys of the issuer could not be fetched, so no token can be verified. Try again in a few seconds.',
    { cause, reason: `no usable keys of ${issuerUrl}: ${String(cause)}`, retryAfterSeconds: 5 },
  );
}

async function fetchKeys(issuerUrl: string, fetch: KeySetOptions['fetch']): Promise<JWK[]> {
  const discovery = await fetchJson(`${issuerUrl}/.well-known/openid-configuration`, { fetch });
  const { issuer, jwks_uri: address } = record(discovery);
  if (issuer !== issuerUrl) throw new Error(`the discovery document names another issuer`);
  if (typeof address !== 'string' || !URL.canParse(address)) throw new Error('jwks_uri is missing');
  if (new URL(address).origin !== new URL(issuerUrl).origin) {
    throw new Error('jwks_uri has another origin than the issuer');
  }
  const { keys } = record(await fetchJson(address, { fetch }));
  if (!Array.isArray(keys)) throw new Error('the key set has no keys');
  return keys.filter((key): key is JWK => typeof key === 'object' && key !== null);
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Error('the document is not a JSON object');
}
