// What each method of minting provides.
import type { CallOptions, Client } from '../client/create-client.ts';
import type { IamPolicy } from '../resources/iam-policy.ts';
import type { CompiledScope } from '../scope/scope.ts';
import type { LeaseRecord, Revocable } from './journal.ts';
import type { EnforcedBy, MintRequest } from './mint-request.ts';
import type { Revocation } from './revocation.ts';

/** A method of minting. */
export interface Method {
  readonly enforcedBy: EnforcedBy;
  /** Checks everything that can be checked without making anything. */
  readonly prepare: (
    client: Client,
    request: MintRequest,
    options: CallOptions,
  ) => Promise<PreparedKey>;
  /** Removes what the record names, in any phase. Anything that is already gone is not an error. */
  readonly revoke: (
    client: Client,
    record: Revocable,
    options: CallOptions,
  ) => Promise<Pick<Revocation, 'key' | 'role' | 'doubt'>>;
}

/** What a method found out before anything is made. */
export interface KeyFacts {
  /** For `scoped-role`: the policy as it will be sent, deadline included. */
  readonly policy?: IamPolicy;
  readonly scope?: CompiledScope;
  /** The existing role that is used. */
  readonly role?: { readonly id: string; readonly name: string };
}

/** How to go on from there. */
export interface PreparedKey extends KeyFacts {
  readonly create: (context: CreateContext) => Promise<MintedKey>;
}

/** What making a lease works with. */
export interface CreateContext extends CallOptions {
  readonly client: Client;
  readonly name: string;
  /** Writes down what was made, before anything else is. */
  readonly commit: (
    made: Partial<Pick<LeaseRecord, 'roleId' | 'apiKey' | 'uncertain'>>,
  ) => Promise<void>;
}

export interface MintedKey {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** UNIX seconds, where the API says when the key ends. */
  readonly expiresAt?: number;
  /** The role that was made. */
  readonly roleId?: string;
}
