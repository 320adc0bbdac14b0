// The client for the parent key. First removes what an earlier process left behind.
import { createClient, type Client, type Exchange } from '@x/exo-iam';

import type { Context, GlobalOptions } from './context.ts';
import { resolveConnection, type Connection } from './credentials/resolve-connection.ts';
import { ExoLeaseError } from './errors.ts';
import { cleanUp } from './journal/clean-up.ts';
import { warn } from './output/messages.ts';
import { useProxy } from './use-proxy.ts';
import { version } from './version.ts';

export interface Connected {
  readonly client: Client;
  readonly connection: Connection;
}

/** @throws {ExoLeaseError} @throws {ExoIamError} What is wrong with the key, the endpoint or the proxy. */
export async function connect(context: Context, options: GlobalOptions): Promise<Connected> {
  refuseUnverifiedTls(context);
  const connection = resolveConnection(context, options);
  for (const warning of connection.warnings) warn(context, warning);
  await useProxy(context);
  const client = createKeyClient(context, connection, options);
  await cleanUp(context, client, { parentKey: connection.apiKey, quiet: options.quiet });
  context.signal.throwIfAborted();
  return { client, connection };
}

/** A client for any key. */
export function createKeyClient(
  context: Context,
  { apiKey, apiSecret, zone, endpoint }: Omit<Connection, 'warnings'>,
  { debug }: Pick<GlobalOptions, 'debug'>,
): Client {
  return createClient({
    credentials: { apiKey, apiSecret },
    ...(zone !== undefined && { zone }),
    ...(endpoint !== undefined && { endpoint }),
    fetch: context.fetch,
    now: context.now,
    userAgent: `exo-lease/${version}`,
    ...(debug && { onExchange: (exchange: Exchange) => describeExchange(context, exchange) }),
  });
}

function describeExchange({ stderr }: Context, exchange: Exchange): void {
  const { operation, method, url, attempt, status, durationMs } = exchange;
  const outcome = `${status ?? 'no answer'} in ${durationMs} ms`;
  stderr.write(`debug: ${operation}: ${method} ${url} -> ${outcome}, attempt ${attempt}\n`);
}

/**
 * Anyone could impersonate the API, whose answers decide which ids are signed next, or a broker, and take an OIDC
 * token.
 *
 * @throws {ExoLeaseError} `ERR_TLS_UNVERIFIED`.
 */
export function refuseUnverifiedTls({ env }: Context): void {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return;
  throw new ExoLeaseError(
    'ERR_TLS_UNVERIFIED',
    'NODE_TLS_REJECT_UNAUTHORIZED is 0, so certificates are not checked. Unset it, and name the certificate of your own proxy in NODE_EXTRA_CA_CERTS.',
  );
}
