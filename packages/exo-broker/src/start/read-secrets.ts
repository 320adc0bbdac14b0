// The parent keys of a configuration, with their secrets.
import type { OrganizationSettings as Connected } from '../lease/organizations.ts';
import type { Config, KeySettings } from '../policy/config.ts';
import { readSecretFile } from './read-secret-file.ts';

export interface ReadSecrets {
  readonly organizations: Readonly<Record<string, Connected>>;
  readonly warnings: readonly string[];
}

/** @throws {BrokerError} `ERR_SECRET_FILE`. */
export async function readSecrets({
  organizations,
}: Pick<Config, 'organizations'>): Promise<ReadSecrets> {
  const warnings: string[] = [];
  const read = async ({ apiKey, apiSecretFile }: KeySettings): Promise<Connected['keys'][0]> => {
    const { secret, warning } = await readSecretFile(apiSecretFile);
    if (warning !== undefined) warnings.push(warning);
    return { apiKey, apiSecret: secret };
  };
  const connected: [string, Connected][] = [];
  for (const organization of organizations) {
    const { name, zone, endpoint, previous } = organization;
    const keys = [
      await read(organization),
      ...(previous === undefined ? [] : [await read(previous)]),
    ] as const;
    connected.push([name, { zone: zone ?? '', endpoint, keys }]);
  }
  return { organizations: Object.fromEntries(connected), warnings };
}
