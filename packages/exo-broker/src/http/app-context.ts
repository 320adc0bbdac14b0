// What the routes work with.
import type { Audit } from '../audit/audit.ts';
import type { Identity } from '../identity/identity.ts';
import type { Verifier } from '../identity/verify-token.ts';
import type { Leases } from '../lease/create-leases.ts';
import type { Config } from '../policy/config.ts';
import type { Store } from '../store/store.ts';
import type { ClientAddress } from './client-address.ts';
import type { Metrics } from './metrics.ts';
import type { RateLimits } from './rate-limits.ts';

/** What a reload of the configuration replaces as a whole. */
export interface Current {
  readonly config: Config;
  readonly verifier: Verifier;
  readonly clientAddress: ClientAddress;
}

export interface AppContext {
  readonly current: () => Current;
  readonly leases: Leases;
  readonly store: Store;
  readonly audit: Audit;
  readonly metrics: Metrics;
  readonly limits: RateLimits;
  readonly log: RequestLog;
  /** False until the start is complete, and after a stop begins. */
  readonly isReady: () => boolean;
  readonly version: string;
}

/** The part of a logger that the routes use. */
export interface RequestLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The outcome of a request, for the log and the audit trail. */
export interface RequestFacts {
  readonly requestId: string;
  readonly address: string;
  rule?: string;
  organization?: string;
  leaseId?: string;
  key?: string;
  name?: string;
  identity?: Identity;
  state?: string;
}

export interface AppEnv {
  Bindings: { readonly incoming?: { readonly socket: { readonly remoteAddress?: string } } };
  Variables: { facts: RequestFacts };
}
