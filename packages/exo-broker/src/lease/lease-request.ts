// Requests to the lease domain, and its answers.
import type { Identity } from '../identity/identity.ts';
import type { LeaseState } from '../store/lease-row.ts';

/** A scope that a client may request: never a policy or a template. */
export interface RequestedScope {
  readonly operations?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly resources?: readonly string[] | undefined;
  readonly role?: string | undefined;
  readonly getOperation?: 'auto' | 'allow' | 'deny' | undefined;
}

/** A request that its token, its rule and the ceiling allow. */
export interface LeaseRequest {
  /** The idempotency key. */
  readonly id: string;
  readonly identity: Identity;
  readonly issuerUrl: string;
  readonly rule: {
    readonly name: string;
    readonly organization: string;
    readonly maxLive: number | undefined;
    /** The id of the role of the ceiling. */
    readonly role: string | undefined;
    readonly deadline: 'strict' | 'lenient';
  };
  readonly scope: RequestedScope;
  readonly ttlSeconds: number;
  readonly recipient: string;
  readonly namePrefix: string;
  readonly paused: boolean;
}

/** A lease as the client gets it. */
export interface GrantedLease {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** UNIX seconds. */
  readonly expiresAt: number;
  readonly enforcedBy: 'server' | 'broker';
  readonly sealed: string;
  readonly revokeToken: string;
}

/** The parts of a lease that its job may see. */
export interface LeaseStatus {
  readonly id: string;
  readonly state: LeaseState;
  readonly rule: string;
  readonly name: string | undefined;
  readonly expiresAt: number;
}

/** Who asks to end a lease. */
export type EndProof =
  | { readonly revokeToken: string }
  | {
      readonly identity: Identity;
      /** Whether a request of this identity could be granted. */ readonly mayLease: boolean;
    };
