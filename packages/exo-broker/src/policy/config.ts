// The configuration as a typed tree.
import type { CompiledScope, Scope } from '@x/exo-iam';

import type { IssuerSettings } from '../identity/identity.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Which store. */
export type StoreSettings =
  | { readonly kind: 'sqlite'; readonly path: string }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      /** Read again for each new connection. */
      readonly passwordFile: string | undefined;
    };

/** An API key, with its secret in a file. */
export interface KeySettings {
  readonly apiKey: string;
  readonly apiSecretFile: string;
}

/** An organization of Exoscale, and how its keys are read. */
export interface OrganizationSettings extends KeySettings {
  readonly name: string;
  readonly zone: string | undefined;
  readonly endpoint: string | undefined;
  /** During a rotation, the parent key before this one. It revokes and never mints. */
  readonly previous: KeySettings | undefined;
}

/** The limit for the scope of leases of a rule. */
export type Ceiling =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'scope'; readonly scope: Scope; readonly compiled: CompiledScope };

/** Who may lease what: the claims that a token needs, and the limit of its scope. */
export interface Rule {
  readonly name: string;
  readonly issuer: string;
  readonly organization: string;
  /** Any of the values of each entry. */
  readonly match: Readonly<Record<string, readonly string[]>>;
  readonly ceiling: Ceiling;
  readonly maxTtlSeconds: number;
  readonly maxLive: number;
  readonly deadline: 'strict' | 'lenient';
}

/** The configuration as the broker uses it, checked, with every default filled in. */
export interface Config {
  readonly version: 1;
  readonly listen: Address;
  readonly metrics: Address | undefined;
  readonly publicUrl: string;
  readonly store: StoreSettings;
  readonly organizations: readonly OrganizationSettings[];
  readonly issuers: readonly IssuerSettings[];
  readonly rules: readonly Rule[];
  readonly namePrefix: string;
  readonly paused: boolean;
  readonly trustedProxies: readonly string[];
}
