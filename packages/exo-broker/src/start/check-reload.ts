// Refuses changes of the configuration that live leases do not allow.
import { BrokerError } from '../errors.ts';
import type { Config } from '../policy/config.ts';

/** @throws {BrokerError} `ERR_CONFIG_INVALID`. */
export function checkReload(
  current: Config,
  next: Config,
  { live }: { /** Organizations that have live leases. */ readonly live: readonly string[] },
): void {
  for (const member of ['listen', 'metrics', 'store'] as const) {
    if (JSON.stringify(current[member]) === JSON.stringify(next[member])) continue;
    throw new BrokerError(
      'ERR_CONFIG_INVALID',
      `A reload cannot change ${member}, so the old configuration stays. Restart the broker instead.`,
    );
  }
  const placeOf = ({ organizations }: Config, name: string): string => {
    const found = organizations.find((organization) => organization.name === name);
    return found ? JSON.stringify([found.zone, found.endpoint]) : 'none';
  };
  const moved = live.find((name) => placeOf(current, name) !== placeOf(next, name));
  if (moved === undefined) return;
  throw new BrokerError(
    'ERR_CONFIG_INVALID',
    `The organization ${moved} has live leases and would be removed or moved, so the old configuration stays. Remove its rules first, and the organization once its leases are over.`,
  );
}

/** @throws {BrokerError} `ERR_CONFIG_INVALID`. */
export function refuseUnknownOrganizations(
  live: readonly string[],
  configured: readonly string[],
): void {
  const unknown = live.filter((name) => !configured.includes(name));
  if (unknown.length === 0) return;
  throw new BrokerError(
    'ERR_CONFIG_INVALID',
    `The store has leases that are not over in organizations that are not configured: ${unknown.join(', ')}. The broker could not revoke them. Configure these organizations until their leases are over.`,
  );
}
