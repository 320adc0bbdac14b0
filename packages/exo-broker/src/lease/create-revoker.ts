// Revokes due leases: eight at once for each organization, with retries until nothing is left.
import { revoke } from '@x/exo-iam';

import type { LeaseRow } from '../store/lease-row.ts';
import type { Store } from '../store/store.ts';
import { backoffMs, stuckAfterAttempts } from './backoff.ts';
import type { Organizations } from './organizations.ts';
import type { LeaseTimes } from './times.ts';

export interface RevokerContext {
  readonly store: Store;
  readonly organizations: Organizations;
  readonly times: LeaseTimes;
  /** In [0, 1). */
  readonly random: () => number;
  /** Called after every attempt. */
  readonly onAttempt: (row: LeaseRow, result: { readonly error?: unknown }) => void;
  /** Called when the store cannot be read. */
  readonly onStoreError: (error: unknown) => void;
}

export interface Revoker {
  start(): void;
  /** Looks for due leases now. */
  wake(): void;
  /** Starts nothing more, and waits for what runs. */
  stop(): Promise<void>;
}

const concurrency = 8;
const purgeEveryMs = 10_000;

export function createRevoker(context: RevokerContext): Revoker {
  const { store, organizations, times, onStoreError } = context;
  const running = new Map<string, Set<Promise<void>>>();
  const state = { stopped: false, woken: false };
  let ring = (): void => {};
  let purgedAt = -Infinity;
  let loop: Promise<void> = Promise.resolve();

  const wake = (): void => {
    state.woken = true;
    ring();
  };

  async function pause(): Promise<void> {
    if (state.woken || state.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, times.pollMs);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function startDue(organization: string): Promise<void> {
    const own = running.get(organization) ?? new Set();
    running.set(organization, own);
    const limit = concurrency - own.size;
    if (limit <= 0) return;
    for (const row of await store.claimDue({ organization, limit, claimMs: times.claimMs })) {
      const work = tryToRevoke(context, row)
        .catch(onStoreError)
        .finally(() => {
          own.delete(work);
          wake();
        });
      own.add(work);
    }
  }

  async function run(): Promise<void> {
    while (!state.stopped) {
      state.woken = false;
      try {
        for (const organization of organizations.names()) await startDue(organization);
        if (performance.now() - purgedAt > purgeEveryMs) {
          await store.purge({ keepRevokedMs: times.keepRevokedMs });
          purgedAt = performance.now();
        }
      } catch (error) {
        onStoreError(error);
        state.woken = false;
      }
      await pause();
    }
    await Promise.all([...running.values()].map((own) => Promise.all(own)));
  }

  return {
    start: () => {
      loop = run();
    },
    wake,
    stop: async () => {
      state.stopped = true;
      ring();
      await loop;
    },
  };
}

async function tryToRevoke(context: RevokerContext, row: LeaseRow): Promise<void> {
  const { store, times, random, onAttempt } = context;
  try {
    await revokeTraces(context, row);
  } catch (error) {
    const retryInMs = backoffMs(row.attempts, { times, random: random() });
    await store.attempted(row.id, {
      outcome: 'failed',
      error: error instanceof Error ? error.message : String(error),
      retryInMs,
      stuck: row.attempts >= stuckAfterAttempts,
    });
    onAttempt(row, { error });
    return;
  }
  await store.attempted(row.id, { outcome: 'revoked', confirmAfterMs: times.confirmAfterMs });
  onAttempt(row, {});
}

async function revokeTraces(
  { organizations, times }: RevokerContext,
  { organization, method, name, apiKey, roleId, expiresAt, uncertain, confirm }: LeaseRow,
): Promise<void> {
  // The mint was cut off before it chose a name, so it has not called the API.
  if (method === undefined || name === undefined) return;
  const { revoker } = organizations.get(organization);
  const signal = AbortSignal.timeout(times.revokeTimeoutMs);
  // The second look-up is for a key that arrived late. Only its name is known.
  const ids = confirm === 'now' ? {} : { apiKey, roleId };
  await revoke(revoker, { method, name, expiresAt, uncertain, ...ids }, { signal });
}
