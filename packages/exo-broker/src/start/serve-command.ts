// `exo-broker serve --config FILE`: serves until it is told to stop, and reloads its configuration on SIGHUP.
import { createAudit, type Audit } from '../audit/audit.ts';
import { BrokerError } from '../errors.ts';
import { auditStream, openAuditFile, type AuditSink } from './audit-sink.ts';
import { createLog } from './create-log.ts';
import { readConfig } from './read-config.ts';
import { startBroker, type BrokerOptions } from './start-broker.ts';

export interface ServeOptions {
  /** One line with `url` and `metrics-url` when it is ready. */
  readonly json: boolean;
  /** Appends the audit trail to this file. Default standard output. */
  readonly auditFile?: string | undefined;
  readonly version: string;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Calls back on every SIGHUP. */
  readonly onReload: (reload: () => void) => void;
  /** Resolves when the broker has to stop. */
  readonly stopped: Promise<unknown>;
  /** Options that tests change. */
  readonly broker?: Partial<BrokerOptions> | undefined;
}

/** The exit code: 0, 78 for the configuration, 69 for a port or the store. */
export async function serveCommand(file: string, options: ServeOptions): Promise<number> {
  try {
    await serve(file, options);
    return 0;
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error;
    options.writeError(`${error.message}\n`);
    return exitCodeOf(error);
  }
}

/** 78 for a mistake in the configuration, 69 for a missing resource. */
export function exitCodeOf({ code }: BrokerError): number {
  return code === 'ERR_CONFIG_INVALID' || code === 'ERR_SECRET_FILE' ? 78 : 69;
}

async function serve(file: string, options: ServeOptions): Promise<void> {
  const { json, auditFile, version, write, writeError, onReload, stopped } = options;
  const log = createLog({ write: writeError });
  const config = await readConfig(file);
  const sink = auditFile === undefined ? auditStream(write) : await openAuditFile(auditFile);
  const audit = auditOf(sink);
  const broker = await startBroker(config, { audit, log, version, ...options.broker });
  const { url, metricsUrl } = broker;
  let reloading = Promise.resolve();
  const reload = async (): Promise<void> => {
    try {
      const read = readConfig(file);
      await broker.reload(read);
      const next = await read;
      log.info({ rules: next.rules.length, paused: next.paused }, 'reloaded the configuration');
      await audit.record({ event: 'reload', outcome: 'ok' });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error({ reason }, 'kept the old configuration');
      await audit.record({ event: 'reload', outcome: 'refused', reason });
    }
  };
  onReload(() => {
    reloading = reloading.then(reload).catch((error: unknown) => {
      log.error({ reason: String(error) }, 'the reload could not be recorded');
    });
  });
  // Printed last, so that a signal sent after it is handled.
  if (json) write(`${JSON.stringify({ url, 'metrics-url': metricsUrl ?? null })}\n`);
  log.info({ url, metricsUrl, rules: config.rules.length }, 'ready');
  await stopped;
  log.info({}, 'stopping');
  await reloading;
  await broker.stop();
  await sink.close();
  log.info({}, 'stopped');
}

function auditOf({ write, lastLine }: AuditSink): Audit {
  return createAudit({ write, now: Date.now, lastLine });
}
