// The API clients of the configured organizations. A reload replaces them as a whole.
import { createClient, hasCode, type Client, type ClientOptions } from '@x/exo-iam';

import { BrokerError } from '../errors.ts';

export interface OrganizationKey {
  readonly apiKey: string;
  readonly apiSecret: string;
}

export interface OrganizationSettings {
  readonly zone: string;
  readonly endpoint?: string | undefined;
  /** The parent key and, during a rotation, the previous one. */
  readonly keys: readonly [OrganizationKey, ...OrganizationKey[]];
}

export interface Organization {
  readonly name: string;
  readonly zone: string;
  /** Mints, with the first of the parent keys. */
  readonly client: Client;
  /** Finds and revokes, with any of the parent keys. */
  readonly revoker: Client;
}

export interface Organizations {
  names(): string[];
  /** @throws {BrokerError} `ERR_CONFIG_INVALID`. */
  get(name: string): Organization;
  replace(settings: Readonly<Record<string, OrganizationSettings>>): void;
}

export type ClientDefaults = Pick<ClientOptions, 'fetch' | 'now' | 'onExchange' | 'userAgent'>;

export function createOrganizations(
  settings: Readonly<Record<string, OrganizationSettings>>,
  defaults: ClientDefaults = {},
): Organizations {
  const connect = (all: typeof settings): Map<string, Organization> =>
    new Map(
      Object.entries(all).map(([name, { zone, endpoint, keys }]) => {
        const clients = keys.map((credentials) =>
          createClient({
            ...defaults,
            credentials,
            ...(endpoint === undefined ? { zone } : { endpoint, allowAnyHost: true }),
          }),
        );
        const [client] = clients as [Client, ...Client[]];
        return [
          name,
          { name, zone, client, revoker: withOtherKeys([client, ...clients.slice(1)]) },
        ];
      }),
    );
  let current = connect(settings);
  return {
    names: () => [...current.keys()],
    get: (name) => {
      const organization = current.get(name);
      if (organization) return organization;
      throw new BrokerError(
        'ERR_CONFIG_INVALID',
        `The organization ${JSON.stringify(name)} is not configured. Expected one of ${[...current.keys()].join(', ')}; add it again, and keep it until its leases are over.`,
      );
    },
    replace: (next) => {
      current = connect(next);
    },
  };
}

// If the API refuses a key or does not know it, the request had no effect, so the next key may repeat it.
function withOtherKeys([first, ...others]: readonly [Client, ...Client[]]): Client {
  return {
    ...first,
    async request<T>(...call: Parameters<Client['request']>): Promise<T> {
      try {
        return await first.request<T>(...call);
      } catch (error) {
        const [next, ...rest] = others;
        if (!next || !hasCode(error, 'ERR_SIGNATURE_REFUSED', 'ERR_FORBIDDEN')) throw error;
        return withOtherKeys([next, ...rest]).request<T>(...call);
      }
    },
  };
}
