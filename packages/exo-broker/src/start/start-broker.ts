// A running broker: its store, its worker and its two ports.
import type { Audit } from '../audit/audit.ts';
import type { Current, RequestLog } from '../http/app-context.ts';
import { createApp } from '../http/create-app.ts';
import { createMetrics } from '../http/metrics.ts';
import { createRateLimits, type RateLimitSettings } from '../http/rate-limits.ts';
import { createLeases } from '../lease/create-leases.ts';
import { createRevoker } from '../lease/create-revoker.ts';
import { createOrganizations } from '../lease/organizations.ts';
import { sealLease } from '../lease/seal-lease.ts';
import { defaultTimes, type LeaseTimes } from '../lease/times.ts';
import type { Config } from '../policy/config.ts';
import { checkReload, refuseUnknownOrganizations } from './check-reload.ts';
import { connectCurrent } from './connect-current.ts';
import { listenFetch, listenPlain } from './listen.ts';
import { openConfiguredStore } from './open-configured-store.ts';
import { readSecrets } from './read-secrets.ts';
import { readVersion } from './version.ts';

/** What a broker needs from its caller. */
export interface BrokerOptions {
  /** `createAudit` makes one. */
  readonly audit: Audit;
  /** A logger such as pino. It gets no secrets. */
  readonly log: RequestLog;
  /** Shown to clients and to the API. Default the version of this package. */
  readonly version?: string | undefined;
  /** Default the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** In milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** In [0, 1). Default `Math.random`. */
  readonly random?: (() => number) | undefined;
  /** Default `defaultTimes`. */
  readonly times?: Partial<LeaseTimes> | undefined;
  /** Default 600 requests a minute for an address, and 120 for a repository. */
  readonly rateLimits?: RateLimitSettings | undefined;
  /** From a failing `/readyz` to the end of new connections, in milliseconds. Default 2000. */
  readonly drainMs?: number | undefined;
}

/** A broker that serves. */
export interface Broker {
  /** `http://HOST:PORT`, with the port that was bound. */
  readonly url: string;
  readonly metricsUrl: string | undefined;
  /**
   * Replaces rules, issuers, organizations and secrets. Live leases do not change. A promise that rejects is
   * counted as a refused reload.
   *
   * @throws {BrokerError} `ERR_CONFIG_INVALID`, `ERR_SECRET_FILE`; the old configuration stays.
   */
  reload(config: Config | Promise<Config>): Promise<void>;
  /** Fails `/readyz`, takes no more requests, and lets running mints finish within 30 seconds. */
  stop(): Promise<void>;
}

const stopWithinMs = 30_000;

/**
 * Opens the store, serves, and revokes what is due until it is stopped.
 *
 * ```ts
 * import { createAudit, loadConfig, startBroker } from '@x/exo-broker';
 *
 * const config = loadConfig(await readFile('broker.yml', 'utf8'), { path: 'broker.yml' });
 * const audit = createAudit({ write: (line) => appendFile('audit.jsonl', line), now: Date.now });
 * const broker = await startBroker(config, { audit, log: pino() });
 * ```
 *
 * @throws {BrokerError} `ERR_SECRET_FILE`, `ERR_STORE`, `ERR_PORT`, `ERR_CONFIG_INVALID`.
 */
export async function startBroker(config: Config, options: BrokerOptions): Promise<Broker> {
  const {
    audit,
    log,
    version = readVersion(),
    now = Date.now,
    random = Math.random,
    drainMs = 2_000,
  } = options;
  const fetch = options.fetch ?? globalThis.fetch;
  const times = { ...defaultTimes, ...options.times };
  const secrets = await readSecrets(config);
  const warn = createWarnOnce(log);
  secrets.warnings.forEach(warn);
  const organizations = createOrganizations(secrets.organizations, {
    fetch,
    now,
    userAgent: `exo-broker/${version}`,
  });
  let current: Current = connectCurrent(config, { fetch, now });
  const exclusive = config.store.kind === 'sqlite';
  const store = await openConfiguredStore(config, { now, exclusive, warn });
  const metrics = createMetrics(store);
  const revoker = createRevoker({
    store,
    organizations,
    times,
    random,
    onAttempt: ({ id, organization, attempts, name, rule, apiKey }, { error }) => {
      metrics.revocation(error === undefined ? 'revoked' : 'failed');
      const fields = { lease: id, organization, attempts, name };
      if (error === undefined) {
        log.info(fields, 'revoked');
        const entry = { event: 'revoke', lease: id, rule, key: apiKey, outcome: 'revoked' };
        audit.record(entry).catch((failure: unknown) => {
          log.error({ ...fields, reason: messageOf(failure) }, 'the audit trail cannot be written');
        });
      } else log.warn({ ...fields, reason: messageOf(error) }, 'could not revoke, trying again');
    },
    onStoreError: (error) => log.error({ reason: messageOf(error) }, 'the store cannot be used'),
  });
  const leases = createLeases({
    store,
    organizations,
    seal: sealLease,
    times,
    wake: () => revoker.wake(),
  });
  let ready = false;
  const app = createApp({
    current: () => current,
    leases,
    store,
    audit,
    metrics,
    limits: createRateLimits(options.rateLimits),
    log,
    isReady: () => ready,
    version,
  });
  const opened: { close(withinMs: number): Promise<void> }[] = [];
  try {
    refuseUnknownOrganizations(await store.liveOrganizations(), organizations.names());
    const listener = await listenFetch(app.fetch, config.listen);
    opened.push(listener);
    const metricsListener =
      config.metrics &&
      (await listenPlain((_request, response) => {
        metrics.render().then(
          (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
          () => response.writeHead(500).end(),
        );
      }, config.metrics));
    if (metricsListener) opened.push(metricsListener);
    // This process is the only user of the store, so any mint in it was cut off.
    if (exclusive) {
      const recovered = await store.recover();
      if (recovered > 0) log.warn({ recovered }, 'cleaning up after mints that were cut off');
    }
    revoker.start();
    ready = true;
    return {
      url: listener.url,
      metricsUrl: metricsListener?.url,
      reload: async (promised) => {
        try {
          const next = await promised;
          checkReload(current.config, next, { live: await store.liveOrganizations() });
          const again = await readSecrets(next);
          again.warnings.forEach(warn);
          const connected = connectCurrent(next, { fetch, now, previous: current });
          organizations.replace(again.organizations);
          current = connected;
          metrics.reload(true);
          revoker.wake();
        } catch (error) {
          metrics.reload(false);
          throw error;
        }
      },
      stop: async () => {
        ready = false;
        await new Promise((resolve) => setTimeout(resolve, drainMs));
        await listener.close(stopWithinMs);
        await leases.settled();
        await revoker.stop();
        await metricsListener?.close(0);
        await store.close();
        await audit.settled();
      },
    };
  } catch (error) {
    for (const each of opened) await each.close(0);
    await store.close();
    throw error;
  }
}

// Avoids repeated warnings: a file may be read again, or hold several keys.
function createWarnOnce(log: RequestLog): (warning: string) => void {
  const said = new Set<string>();
  return (warning) => {
    if (!said.has(warning)) log.warn({}, warning);
    said.add(warning);
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
