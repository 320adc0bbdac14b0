// The leases of a broker: requests, look-ups and ends.
import { setTimeout as sleep } from 'node:timers/promises';

import { BrokerError } from '../errors.ts';
import type { LeaseRow } from '../store/lease-row.ts';
import type { Taken } from '../store/store.ts';
import { isSameJob } from '../store/take-lease.ts';
import { endLease, notFound, type EndContext } from './end-lease.ts';
import { hashRequest } from './hash-request.ts';
import type { EndProof, GrantedLease, LeaseRequest, LeaseStatus } from './lease-request.ts';
import { mintLease, type MintContext } from './mint-lease.ts';
import { createRevokeToken, hashToken } from './revoke-token.ts';

export interface LeasesContext extends MintContext, EndContext {}

export interface Leases {
  /**
   * A lease, or the lease of an earlier request that was the same.
   *
   * @throws {BrokerError} `ERR_TOKEN_REPLAYED`, `ERR_OTHER_JOB`, `ERR_KEY_REUSED`, `ERR_GONE`,
   *   `ERR_MAX_LIVE`, `ERR_PAUSED`, `ERR_CEILING`, `ERR_API_REFUSED`, `ERR_UNAVAILABLE`, `ERR_STORE`.
   */
  take(request: LeaseRequest): Promise<GrantedLease>;
  /** @throws {BrokerError} `ERR_NOT_FOUND`, for a lease of another job too. */
  describe(id: string, identity: LeaseRequest['identity']): Promise<LeaseStatus>;
  /** @throws {BrokerError} `ERR_TOKEN_INVALID`, `ERR_NOT_FOUND`. */
  end(id: string, proof: EndProof): Promise<'revoked' | 'revoking'>;
  /** Resolves when no mint runs. */
  settled(): Promise<void>;
}

// The store removes old tokens by its own clock, which may be ahead of the clock that validates them.
const clocksApartSeconds = 24 * 3600;

export function createLeases(context: LeasesContext): Leases {
  const { store, times, wake } = context;
  const running = new Set<Promise<unknown>>();
  // The mint continues even if the client closes the connection.
  const track = async <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    try {
      return await work;
    } catch (error) {
      wake();
      throw error;
    } finally {
      running.delete(work);
    }
  };

  async function take(request: LeaseRequest): Promise<GrantedLease> {
    const { id, identity, rule, ttlSeconds, paused } = request;
    const taken = await store.take({
      id,
      job: identity.job,
      // A GitLab job has one token, which may mint several times.
      jti: identity.kind === 'gitlab' ? undefined : identity.jti,
      tokenExpiresAt: identity.expiresAt + clocksApartSeconds,
      organization: rule.organization,
      rule: rule.name,
      maxLive: rule.maxLive,
      claimsHash: identity.claimsHash,
      bodyHash: hashRequest(request),
      ttlSeconds,
      mintLimitMs: times.mintLimitMs,
      paused,
    });
    if (taken.outcome === 'taken') return track(mintLease(context, request));
    if (taken.outcome === 'existing') return repeat(taken.row);
    throw refusalOfClaim(taken);
  }

  async function repeat(row: LeaseRow): Promise<GrantedLease> {
    const settled = await waitForMint(row);
    const { id, apiKey: key, name, expiresAt, enforcedBy, sealed } = settled;
    const isWhole = settled.state === 'leased' && sealed && key && name && enforcedBy;
    const revokeToken = createRevokeToken();
    if (isWhole && (await store.renewToken(id, hashToken(revokeToken)))) {
      return { id, key, name, expiresAt, enforcedBy, sealed, revokeToken };
    }
    await store.end(id);
    wake();
    throw new BrokerError(
      'ERR_GONE',
      'The broker no longer has the sealed key for this idempotency key, and revokes its lease. Use a new idempotency key for another lease.',
    );
  }

  // An equal request is minting, on this instance or another one.
  async function waitForMint(row: LeaseRow): Promise<LeaseRow> {
    const giveUpAt = performance.now() + times.mintTimeoutMs + times.undoTimeoutMs;
    let current: LeaseRow | undefined = row;
    while (current?.state === 'minting' && performance.now() < giveUpAt) {
      await sleep(100);
      current = await store.find(row.id);
    }
    if (current && current.state !== 'minting') return current;
    throw new BrokerError(
      'ERR_UNAVAILABLE',
      'An earlier request with this idempotency key has not led to a lease. Try again.',
      { retryAfterSeconds: 1 },
    );
  }

  return {
    take,
    describe: async (id, identity) => {
      const row = await store.find(id);
      if (!row || identity.job.job === undefined || !isSameJob(row, identity.job)) throw notFound();
      const { state, rule, name, expiresAt } = row;
      return { id, state, rule, name, expiresAt };
    },
    end: (id, proof) => endLease(context, { id, proof }),
    settled: async () => {
      await Promise.allSettled(running);
    },
  };
}

function refusalOfClaim(taken: Exclude<Taken, { outcome: 'taken' | 'existing' }>): BrokerError {
  switch (taken.outcome) {
    case 'replayed':
      return new BrokerError('ERR_TOKEN_REPLAYED', 'The token is not valid.', {
        reason: 'the token was used for another lease',
      });
    case 'other-job':
      return new BrokerError(
        'ERR_OTHER_JOB',
        'The idempotency key belongs to another job. Use a random UUID of your own.',
      );
    case 'ended-first':
      return new BrokerError(
        'ERR_OTHER_JOB',
        'This idempotency key was ended before a lease was requested with it. Use a new idempotency key.',
      );
    case 'other-body':
      return new BrokerError(
        'ERR_KEY_REUSED',
        'The idempotency key was used with another request. Repeat the first request, or use a new key.',
      );
    case 'paused':
      return new BrokerError('ERR_PAUSED', 'The broker is paused and makes no new leases.', {
        retryAfterSeconds: 60,
      });
    default:
      return new BrokerError(
        'ERR_MAX_LIVE',
        `The rule or this run has as many live leases as it may have (${taken.live} are live). Wait until one ends.`,
        { retryAfterSeconds: taken.retryAfterSeconds },
      );
  }
}
