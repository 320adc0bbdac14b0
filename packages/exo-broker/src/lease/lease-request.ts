// What is asked of the lease domain, and what it answers.
import type { Identity } from '../identity/identity.ts';
import type { LeaseState } from '../store/lease-row.ts';

/** A scope as a client may ask for it: never a policy or a template. */
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

/** A lease, as it is handed out. */
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

/** What a job may see of its lease. */
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
