// `leases`, `revoke` and `reconcile`: what an operator does beside a running `serve`.
import { setTimeout as sleep } from 'node:timers/promises';

import { createOrganizations } from '../lease/organizations.ts';
import { reconcile } from '../lease/reconcile.ts';
import type { LeaseRow } from '../store/lease-row.ts';
import type { Store } from '../store/store.ts';
import { openConfiguredStore } from './open-configured-store.ts';
import { readConfig } from './read-config.ts';
import { readSecrets } from './read-secrets.ts';

export interface StoreCommandOptions {
  readonly json: boolean;
  /** Prints a line. */
  readonly print: (line: string) => void;
  readonly now: () => number;
}

/** Prints the leases that are not over. */
export async function leasesCommand(file: string, options: StoreCommandOptions): Promise<number> {
  return withStore(file, options, async (store) => {
    const rows = await store.list();
    if (options.json) options.print(JSON.stringify(rows.map(toJson)));
    else for (const row of rows) options.print(toLine(row));
    return 0;
  });
}

export interface RevokeOptions extends StoreCommandOptions {
  /** How long to wait for the running broker to revoke them, in milliseconds. */
  readonly waitMs: number;
}

/** Makes leases due. The running `serve` revokes them. The exit code: 0, 64 for an unknown id. */
export async function revokeCommand(
  file: string,
  ids: readonly string[],
  options: RevokeOptions,
): Promise<number> {
  return withStore(file, options, async (store) => {
    let exitCode = 0;
    const states: Record<string, string> = {};
    for (const id of ids) states[id] = (await store.end(id)) ?? 'unknown';
    const giveUpAt = performance.now() + options.waitMs;
    while (Object.values(states).includes('revoking') && performance.now() < giveUpAt) {
      await sleep(100);
      for (const id of ids) states[id] = (await store.find(id))?.state ?? 'unknown';
    }
    for (const [id, state] of Object.entries(states)) {
      if (state === 'unknown') exitCode = 64;
      if (!options.json) options.print(`${id} ${state}`);
    }
    if (options.json) options.print(JSON.stringify(states));
    return exitCode;
  });
}

/** Compares the names in each organization with the rows. The exit code: 0, 75 if something is left over. */
export async function reconcileCommand(
  file: string,
  options: StoreCommandOptions,
): Promise<number> {
  const config = await readConfig(file);
  const { organizations } = await readSecrets(config);
  const clients = createOrganizations(organizations);
  return withStore(file, options, async (store) => {
    const result: Record<string, unknown> = {};
    let leftOver = false;
    for (const name of clients.names()) {
      const before = await store.list({ over: true });
      const found = await reconcile(clients.get(name), {
        prefix: config.namePrefix,
        rows: before,
        // A lease that was made meanwhile is in the store by now.
        rowsAfter: () => store.list({ over: true }),
      });
      leftOver ||= found.unknown.length + found.left.length > 0;
      const missing = found.missing.map(toJson);
      result[name] = { unknown: found.unknown, left: found.left, missing };
      if (options.json) continue;
      for (const { name: lease } of found.unknown) {
        options.print(
          `${name}: ${lease} is not in the store: another broker uses this name-prefix, or a restore lost its row`,
        );
      }
      for (const { name: lease } of found.left)
        options.print(`${name}: ${lease} still exists, but the store says that it is over`);
      for (const row of found.missing)
        options.print(`${name}: ${row.id} no longer exists in the organization`);
    }
    if (options.json) options.print(JSON.stringify(result));
    else if (!leftOver) options.print('Every lease in the organizations is in the store.');
    return leftOver ? 75 : 0;
  });
}

async function withStore(
  file: string,
  { now }: StoreCommandOptions,
  work: (store: Store) => Promise<number>,
): Promise<number> {
  const config = await readConfig(file);
  // The warnings are in the log of `serve`.
  const store = await openConfiguredStore(config, { now, exclusive: false, warn: () => {} });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function toJson(row: LeaseRow): Record<string, unknown> {
  const { id, state, organization, rule, issuer, repositoryId, run, attempt, job } = row;
  const { name, apiKey, expiresAt, attempts, lastError } = row;
  return {
    id,
    state,
    organization,
    rule,
    issuer,
    'repository-id': repositoryId,
    run,
    attempt,
    job,
    name,
    key: apiKey,
    'expires-at': new Date(expiresAt * 1000).toISOString(),
    attempts,
    'last-error': lastError,
  };
}

function toLine({
  id,
  state,
  rule,
  repositoryId,
  run,
  apiKey,
  expiresAt,
  lastError,
}: LeaseRow): string {
  const until = new Date(expiresAt * 1000).toISOString();
  const fields = [id, state.padEnd(8), rule, `${repositoryId}/${run}`, apiKey ?? '-', until];
  return [...fields, ...(lastError === undefined ? [] : [lastError])].join('  ');
}
