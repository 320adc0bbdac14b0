// Revokes the leases that a crash left behind, and reports why each other lease was kept.
import pMap from 'p-map';

import type { Client } from '../client/create-client.ts';
import { ExoIamError, hasCode } from '../errors.ts';
import { findLeases, type FindOptions, type FoundLease } from './find-leases.ts';
import type { LeaseName } from './lease-name.ts';
import { limitRevocations } from './limit-revocations.ts';
import type { NamedHolder } from './named-holder.ts';
import type { Revocation } from './revocation.ts';
import { revoke } from './revoke.ts';
import { selectLeases, type LeaseLimits } from './select-leases.ts';

/** What is known about the job of a lease. */
export type JobVerdict =
  /** `endedAt` in UNIX seconds, where it is known. */
  | { readonly over: true; readonly endedAt?: number | undefined; readonly reason?: string }
  | { readonly over: false; readonly reason: string };

/** Which leases to sweep, and by what. */
export interface SweepOptions extends Omit<FindOptions, 'onForeign'> {
  /** The `prefix` of the names to sweep. */
  readonly prefix: string;
  /**
   * Whether a job is over. Called once per job, for leases whose deadline has not passed. If it throws, the
   * lease is kept and reported as failed, since an unknown state does not justify a revocation. Without
   * it, only deadlines decide.
   */
  readonly isOver?: (holder: NamedHolder) => Promise<JobVerdict>;
  /** How long to leave a lease alone after its job ends or its deadline passes, in seconds. Default 300. */
  readonly graceSeconds?: number;
  /** Finds and judges, and revokes nothing. Default false. */
  readonly dryRun?: boolean;
  /**
   * How many leases to revoke at most; the rest is kept for the next sweep. Up to 20 failed revocations do
   * not count, so that they do not block the other leases. Default no limit.
   */
  readonly maxRevocations?: number;
  /** Requests under way at once. Default 8. */
  readonly concurrency?: number;
  /**
   * Ends every lease within these limits, those of running jobs too, as after a compromise: no job is looked
   * up, and the grace and `maxRevocations` do not apply. `{}` is every lease of the prefix.
   */
  readonly all?: LeaseLimits | undefined;
  /** Called with each lease when the sweep is done with it. */
  readonly onSwept?: (lease: SweptLease) => void;
}

/** What became of a lease. */
export type SweptLease = FoundLease &
  (
    | { readonly outcome: 'revoked'; readonly reason: string; readonly revocation: Revocation }
    /** A dry run: it would be revoked. */
    | { readonly outcome: 'due'; readonly reason: string }
    | { readonly outcome: 'kept'; readonly reason: string }
    | { readonly outcome: 'failed'; readonly reason: string; readonly error: unknown }
  );

// How long revoking one lease may take, repeats included.
const perLeaseMs = 60_000;

/**
 * Sweeps the organization.
 *
 * @returns Every lease of the prefix, or within the limits of `all`, earliest deadline first.
 * @throws {ExoIamError} `ERR_NAME_INVALID` without a prefix, and any error of listing keys and roles. A
 *   single lease that cannot be judged or revoked does not stop the others; it is in the result.
 */
export async function sweep(client: Client, options: SweepOptions): Promise<SweptLease[]> {
  refuseNoPrefix(options);
  const { all, concurrency = 8, onSwept = () => {}, signal } = options;
  const found = await findLeases(client, options);
  const leases = all ? await selectLeases(found, all) : found;
  const judge = all ? endAll : createJudge(client, options);
  const withinLimit = limitRevocations(all ? Infinity : (options.maxRevocations ?? Infinity));
  // Once the API has failed for one lease, the other leases do not wait for it with retries.
  let away = false;
  const budgeted = (): Client => client.within(perLeaseMs, away ? { maxAttempts: 1 } : {});
  const sweepOne = async (lease: FoundLease): Promise<SweptLease> => {
    let reason = 'its job could not be looked up';
    try {
      const judgment = await judge(lease.leaseName);
      ({ reason } = judgment);
      if (!judgment.due) return { ...lease, outcome: 'kept', reason };
      const swept = await withinLimit(async (): Promise<SweptLease> => {
        if (options.dryRun) return { ...lease, outcome: 'due', reason };
        const revocation = await revoke(budgeted(), lease.record, { signal });
        return { ...lease, outcome: 'revoked', reason, revocation };
      });
      const limited = `${reason}, but this sweep has reached its limit`;
      return swept ?? { ...lease, outcome: 'kept', reason: limited };
    } catch (error) {
      if (hasCode(error, 'ERR_UNREACHABLE', 'ERR_TIMEOUT', 'ERR_SERVER')) away = true;
      return { ...lease, outcome: 'failed', reason, error };
    }
  };
  return pMap(
    leases,
    async (lease) => {
      const swept = await sweepOne(lease);
      onSwept(swept);
      return swept;
    },
    { concurrency, ...(signal && { signal }) },
  );
}

// The type requires a prefix, but not every caller uses types; and a missing prefix would match any.
function refuseNoPrefix(options: SweepOptions | undefined): void {
  if (options?.prefix) return;
  throw new ExoIamError(
    'ERR_NAME_INVALID',
    'The prefix is empty, and without one the sweep would revoke the leases of every prefix. Expected the prefix that the leases were minted with.',
    { field: 'prefix' },
  );
}

interface Judgment {
  readonly due: boolean;
  readonly reason: string;
}

async function endAll(): Promise<Judgment> {
  return { due: true, reason: 'every lease is to end' };
}

function createJudge(
  client: Client,
  { isOver, graceSeconds = 300 }: SweepOptions,
): (name: LeaseName) => Promise<Judgment> {
  const verdicts = new Map<string, Promise<JobVerdict>>();
  const verdictOf = (holder: NamedHolder, ask: NonNullable<typeof isOver>): Promise<JobVerdict> => {
    const key = JSON.stringify(holder);
    // Called in a promise, so that it runs only once even if it throws instead of rejecting.
    const asked = verdicts.get(key) ?? Promise.resolve(holder).then(ask);
    verdicts.set(key, asked);
    return asked;
  };
  return async ({ deadline, holder }) => {
    const now = client.now() / 1000;
    if (now > deadline + graceSeconds) return { due: true, reason: 'its deadline has passed' };
    const passed = now > deadline;
    if (!isOver) {
      const reason = passed
        ? 'its deadline passed, but the grace period has not'
        : 'its deadline has not passed';
      return { due: false, reason };
    }
    const verdict = await verdictOf(holder, isOver);
    if (!verdict.over) return { due: false, reason: verdict.reason };
    const { endedAt = -Infinity } = verdict;
    if (now <= endedAt + graceSeconds) {
      return { due: false, reason: 'its job ended a moment ago and may still be revoking it' };
    }
    return { due: true, reason: verdict.reason ?? 'its job is over' };
  };
}
