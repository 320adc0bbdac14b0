// `exo-broker check FILE [--claims FILE]`: whether a configuration loads, and which rule claims match.
import { readFile } from 'node:fs/promises';

import { BrokerError } from '../errors.ts';
import type { Config } from '../policy/config.ts';
import { firstDifference, type Claimant } from '../policy/match-rule.ts';
import { checkSqlitePath } from '../store/check-sqlite-path.ts';
import { readConfig } from './read-config.ts';

export interface CheckOptions {
  readonly claimsFile?: string | undefined;
  /** Prints a line. */
  readonly print: (line: string) => void;
}

/** The exit code: 0, 78 for the configuration or the claims file, 77 if no rule matches the claims. */
export async function checkCommand(file: string, options: CheckOptions): Promise<number> {
  const { claimsFile, print } = options;
  try {
    const config = await readConfig(file);
    if (config.store.kind === 'sqlite') await checkSqlitePath(config.store.path);
    const { length } = config.rules;
    print(`${file} is valid: ${length} ${length === 1 ? 'rule' : 'rules'}.`);
    if (claimsFile === undefined) return 0;
    return explain(config, { claims: await readClaims(claimsFile), print });
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error;
    print(error.message);
    return 78;
  }
}

function explain(
  config: Config,
  { claims, print }: { claims: Claimant['claims']; print: CheckOptions['print'] },
): number {
  const issuer = config.issuers.find(({ url }) => url === claims['iss']);
  if (issuer === undefined) {
    print('No rule matches: iss is not the address of a configured issuer.');
    return 77;
  }
  const claimant = { issuer: issuer.name, kind: issuer.kind, claims };
  let matching: string | undefined;
  for (const rule of config.rules) {
    const difference = firstDifference(rule, claimant);
    if (difference !== undefined) print(`${rule.name}: does not match, ${difference} differs`);
    else
      print(
        `${rule.name}: matches${matching === undefined ? '' : `, but ${matching} comes first`}`,
      );
    if (difference === undefined) matching ??= rule.name;
  }
  return matching === undefined ? 77 : 0;
}

async function readClaims(path: string): Promise<Claimant['claims']> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Claimant['claims'];
    }
  } catch {
    // Reported below, without the content.
  }
  throw new BrokerError(
    'ERR_CONFIG_INVALID',
    `${path} does not hold the claims of a token. Expected a readable file with a JSON object.`,
  );
}
