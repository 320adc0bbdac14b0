// The parent key and where the API is: flags, then the environment, then exoscale.toml.
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { resolveAccount, type ResolvedAccount } from './resolve-account.ts';

export interface Connection {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly zone: string | undefined;
  readonly endpoint: string | undefined;
  /** For standard error. */
  readonly warnings: readonly string[];
}

type Selection = Pick<GlobalOptions, 'config' | 'useAccount' | 'zone' | 'endpoint'>;

/**
 * @throws {ExoLeaseError} `ERR_CREDENTIALS_MISSING` when one of the two variables is set without the
 *   other, and what `resolveAccount` throws.
 */
export function resolveConnection(
  context: Pick<Context, 'env' | 'platform'>,
  selection: Selection,
): Connection {
  const { env } = context;
  const { apiKey, apiSecret, zone, endpoint, warnings } =
    keyOfEnvironment(context, selection) ?? resolveAccount(context, selection);
  return {
    apiKey,
    apiSecret,
    zone: selection.zone || env['EXOSCALE_ZONE'] || zone,
    endpoint: selection.endpoint || env['EXOSCALE_API_ENDPOINT'] || endpoint,
    warnings,
  };
}

function keyOfEnvironment(
  { env }: Pick<Context, 'env'>,
  { useAccount, config }: Selection,
): ResolvedAccount | undefined {
  const apiKey = (env['EXOSCALE_API_KEY'] ?? '').trim();
  const apiSecret = (env['EXOSCALE_API_SECRET'] ?? '').trim();
  // A flag is a clearer choice than a variable that may come from elsewhere.
  if (useAccount || config || (!apiKey && !apiSecret)) return undefined;
  if (apiKey && apiSecret) {
    return { apiKey, apiSecret, zone: undefined, endpoint: undefined, warnings: [] };
  }
  const [present, missing] = apiKey
    ? ['EXOSCALE_API_KEY', 'EXOSCALE_API_SECRET']
    : ['EXOSCALE_API_SECRET', 'EXOSCALE_API_KEY'];
  throw new ExoLeaseError(
    'ERR_CREDENTIALS_MISSING',
    `${present} is set and ${missing} is not. Set both, or neither to use an account of exoscale.toml.`,
  );
}
