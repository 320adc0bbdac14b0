// Reads the secrets of the parent keys from their files, and looks at who else can.
import { readFileSync, statSync } from 'node:fs';

import { BrokerError } from '../errors.ts';
import type { OrganizationSettings as ConnectedOrganization } from '../lease/organizations.ts';
import type { Config, KeySettings } from '../policy/config.ts';

export interface ReadSecrets {
  readonly organizations: Readonly<Record<string, ConnectedOrganization>>;
  readonly warnings: readonly string[];
}

/** @throws {BrokerError} `ERR_SECRET_FILE` for a file that is missing, empty, or that others can write. */
export function readSecrets({ organizations }: Pick<Config, 'organizations'>): ReadSecrets {
  const warnings: string[] = [];
  const read = ({ apiKey, apiSecretFile: path }: KeySettings) => {
    const { secret, readableByOthers } = readSecret(path);
    if (readableByOthers) warnings.push(`Others can read ${path}. Set its mode to 0600.`);
    return { apiKey, apiSecret: secret };
  };
  const entries = organizations.map((organization) => {
    const { name, zone, endpoint } = organization;
    const connected = { zone: zone ?? '', endpoint, keys: [read(organization)] as const };
    return [name, connected] as const;
  });
  return { organizations: Object.fromEntries(entries), warnings };
}

function readSecret(path: string): { readonly secret: string; readonly readableByOthers: boolean } {
  try {
    const { mode } = statSync(path);
    if ((mode & 0o022) !== 0) {
      throw new BrokerError(
        'ERR_SECRET_FILE',
        `Others can write ${path}, so its secret cannot be trusted. Expected a file that its owner alone can write; set its mode to 0600.`,
      );
    }
    const secret = readFileSync(path, 'utf8').trim();
    if (secret !== '') return { secret, readableByOthers: (mode & 0o044) !== 0 };
  } catch (cause) {
    if (cause instanceof BrokerError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new BrokerError(
      'ERR_SECRET_FILE',
      `The secret file ${path} cannot be read (${reason}). Expected the secret of the API key in it; write it, or correct api-secret-file.`,
      { cause },
    );
  }
  throw new BrokerError(
    'ERR_SECRET_FILE',
    `The secret file ${path} is empty. Expected the secret of the API key in it.`,
  );
}
