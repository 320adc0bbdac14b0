// Which account of exoscale.toml is used, and what it says.
import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { findConfigFile, searchPath } from './config-file.ts';
import { readConfig, type Account } from './read-config.ts';
import { runSecretCommand } from './secret-command.ts';

export interface ResolvedAccount {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly zone: string | undefined;
  readonly endpoint: string | undefined;
  readonly warnings: readonly string[];
}

/**
 * @throws {ExoLeaseError} `ERR_CREDENTIALS_MISSING` without a file, `ERR_CONFIG_UNREADABLE`,
 *   `ERR_CONFIG_INVALID`, `ERR_ACCOUNT_UNKNOWN`, `ERR_SECRET_COMMAND_FAILED`.
 */
export function resolveAccount(
  context: Pick<Context, 'env' | 'platform'>,
  { config, useAccount }: Pick<GlobalOptions, 'config' | 'useAccount'>,
): ResolvedAccount {
  const path = findConfigFile(context, config);
  if (path === undefined) {
    throw new ExoLeaseError(
      'ERR_CREDENTIALS_MISSING',
      `An Exoscale key is missing. Set EXOSCALE_API_KEY and EXOSCALE_API_SECRET, or configure an account of the exo CLI: none of ${searchPath(context).join(', ')} exists.`,
    );
  }
  const { accounts, defaultAccount, isExposed } = readConfig(path);
  const name = useAccount || context.env['EXOSCALE_ACCOUNT'] || defaultAccount;
  const account = accounts.find((each) => each.name === name);
  if (!account) throw unknownAccount(path, name, accounts);
  const secret =
    account.secret ||
    (account.secretCommand && runSecretCommand(account.secretCommand, context.env));
  if (!account.key || !secret) {
    throw new ExoLeaseError(
      'ERR_CREDENTIALS_MISSING',
      `The account ${JSON.stringify(name)} in ${path} has no ${account.key ? 'secret' : 'key'}. Expected key, and secret or secretCommand.`,
    );
  }
  const exposed = `${path} can be read by others. Run: chmod 600 ${path}`;
  return {
    apiKey: account.key,
    apiSecret: secret,
    zone: account.defaultZone || undefined,
    endpoint: account.endpoint || undefined,
    warnings: isExposed ? [exposed] : [],
  };
}

function unknownAccount(
  path: string,
  name: string | undefined,
  accounts: readonly Account[],
): ExoLeaseError {
  const names = accounts.map((each) => JSON.stringify(each.name)).join(', ') || 'none';
  const problem =
    name === undefined
      ? `${path} has no defaultaccount, and none is chosen`
      : `${path} has no account ${JSON.stringify(name)}`;
  return new ExoLeaseError(
    'ERR_ACCOUNT_UNKNOWN',
    `${problem}. Choose one with --use-account: ${names}.`,
  );
}
