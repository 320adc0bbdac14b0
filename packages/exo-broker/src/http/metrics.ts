// What the metrics port shows.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Store } from '../store/store.ts';

export interface Metrics {
  readonly contentType: string;
  /** All metrics in the text format. Reads the store. */
  render(): Promise<string>;
  request(labels: { readonly route: string; readonly status: number }): void;
  mint(outcome: { readonly code: string; readonly seconds: number }): void;
  revocation(outcome: 'revoked' | 'failed'): void;
  reload(succeeded: boolean): void;
}

const states = ['minting', 'leased', 'revoking', 'stuck', 'revoked'] as const;

export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'exo_broker_' });
  const requests = new Counter({
    name: 'exo_broker_requests_total',
    help: 'Requests by route and status.',
    labelNames: ['route', 'status'] as const,
    registers,
  });
  const mints = new Counter({
    name: 'exo_broker_mints_total',
    help: 'Requests for a lease by outcome: leased, or the code of the refusal.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'exo_broker_mint_seconds',
    help: 'Time to mint a lease, in seconds.',
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 20],
    registers,
  });
  const revocations = new Counter({
    name: 'exo_broker_revocations_total',
    help: 'Attempts to revoke by outcome.',
    labelNames: ['outcome'] as const,
    registers,
  });
  const reloads = new Gauge({
    name: 'exo_broker_config_reload_success',
    help: '1 if the last reload of the configuration succeeded, otherwise 0.',
    registers,
  });
  reloads.set(1);
  const overdue = new Gauge({
    name: 'exo_broker_revocation_overdue_seconds',
    help: 'Seconds since the oldest deadline among overdue leases that are not revoked. Absent while the store does not answer.',
    registers,
  });
  const leases = new Gauge({
    name: 'exo_broker_leases',
    help: 'Leases by state. Absent while the store does not answer.',
    labelNames: ['state'] as const,
    registers,
  });
  const storeUp = new Gauge({
    name: 'exo_broker_store_up',
    help: '1 if the store answered for these figures, otherwise 0.',
    registers,
  });
  const askStore = async (): Promise<void> => {
    const counts = await store.counts().catch(() => undefined);
    storeUp.set(counts ? 1 : 0);
    leases.reset();
    overdue.remove();
    if (!counts) return;
    for (const state of states) leases.set({ state }, counts.states[state] ?? 0);
    overdue.set(counts.overdueMs / 1000);
  };
  return {
    contentType: registry.contentType,
    render: async () => {
      await askStore();
      return registry.metrics();
    },
    request: ({ route, status }) => requests.inc({ route, status: String(status) }),
    mint: ({ code, seconds: taken }) => {
      mints.inc({ outcome: code });
      if (code === 'leased') seconds.observe(taken);
    },
    revocation: (outcome) => revocations.inc({ outcome }),
    reload: (succeeded) => reloads.set(succeeded ? 1 : 0),
  };
}
