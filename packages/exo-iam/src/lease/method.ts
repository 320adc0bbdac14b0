// What each way of minting has to provide.
import type { CallOptions, Client } from '../client/create-client.ts';
import type { IamPolicy } from '../resources/iam-policy.ts';
import type { CompiledScope, Scope } from '../scope/scope.ts';
import type { LeaseRecord } from './journal.ts';
import type { LeaseMethod } from './lease-method.ts';
import type { LeaseIdentity } from './lease-name.ts';

/** What a lease may do, with the template by its name. */
export interface LeaseScope extends Omit<Scope, 'template'> {
  /** An existing key (`EXO…` or its name) or role (id or name) whose scope is taken over. */
  readonly template?: string | undefined;
  /** The name or id of an existing role, for `role` and `assume-role`. */
  readonly role?: string | undefined;
}

/** What to mint, and for whom. */
export interface MintRequest {
  readonly scope: LeaseScope;
  /** How long the key works, in whole seconds from its creation: 1 to 31,536,000, which is 365 days. */
  readonly ttlSeconds: number;
  readonly identity: Omit<LeaseIdentity, 'deadline'>;
  /** Default `role` when the scope names one, else `scoped-role`. */
  readonly method?: LeaseMethod | undefined;
  /** Shown in the portal beside a role that is made, 1 to 255 characters. */
  readonly description?: string | undefined;
}

/** Who sees to it that the key ends. */
export type EnforcedBy =
  /** The API refuses the key after the deadline, whatever becomes of the job. */
  | 'server'
  /** Nobody but whoever revokes it: the job when it ends, or a sweep by the deadline in the name. */
  | 'sweep';

/** What would be minted. */
export interface PreparedLease {
  readonly method: LeaseMethod;
  readonly enforcedBy: EnforcedBy;
  /** For `scoped-role`: the policy as it will be sent, deadline included. */
  readonly policy?: IamPolicy;
  readonly scope?: CompiledScope;
  /** The existing role that is used. */
  readonly role?: { readonly id: string; readonly name: string };
}

/** What a method has found out before anything is made, and how it goes on. */
export interface Preparation extends Omit<PreparedLease, 'method'> {
  readonly create: (context: CreateContext) => Promise<MintedKey>;
}

/** What making a lease works with. */
export interface CreateContext extends CallOptions {
  readonly client: Client;
  readonly name: string;
  /** Writes down what was made, before anything else is. */
  readonly commit: (made: Partial<Pick<LeaseRecord, 'roleId' | 'apiKey'>>) => Promise<void>;
}

export interface MintedKey {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** UNIX seconds, where the API says when the key ends. */
  readonly expiresAt?: number;
  /** The role that was made. */
  readonly roleId?: string;
}

/** Checks everything that can be checked without making anything. */
export type Prepare = (
  client: Client,
  request: MintRequest,
  options: CallOptions,
) => Promise<Preparation>;
