// The state of the simulator, as users may read it.
import type { AccessKeyResource } from '../legacy/access-key-resource.ts';
import type { IamAssumeRolePolicy, IamPolicy } from '../policy/iam-policy.ts';

/** A key and its secret, as a client needs them. */
export interface Credentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** What every kind of key has. */
export interface KeyPair {
  readonly key: string;
  readonly secret: string;
}

/** A role-based key, made by `create-api-key`. */
export interface ApiKey extends KeyPair {
  readonly name: string;
  readonly roleId: string;
  /** Milliseconds since the epoch; policies see it as `identity.created`. */
  readonly createdAt: number;
}

/** A key made by `assume-iam-role`; it is never listed and cannot be deleted. */
export interface Session extends ApiKey {
  readonly expiresAt: number;
}

/** A legacy key. Empty arrays restrict nothing. */
export interface AccessKey extends KeyPair {
  readonly name: string;
  readonly createdAt: number;
  readonly operations: readonly string[];
  readonly tags: readonly string[];
  readonly resources: readonly AccessKeyResource[];
}

/** A role with its policies. */
export interface IamRole {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /**
   * False for built-in roles, and for roles created with it: neither the role nor its policy can be changed.
   */
  readonly editable: boolean;
  readonly labels?: Readonly<Record<string, string>>;
  readonly permissions: readonly string[];
  readonly policy: IamPolicy;
  readonly assumeRolePolicy?: IamAssumeRolePolicy;
  readonly maxSessionTtl?: number;
}

/** What an operation is about. */
export interface OperationReference {
  readonly id?: string;
  readonly link: string;
  readonly command: string;
}

/** An asynchronous operation. */
export interface OperationRecord {
  readonly id: string;
  readonly state: 'pending' | 'success';
  /** Polls that will still be answered `pending`. */
  readonly pendingPolls: number;
  readonly reference?: OperationReference;
}

/** The organization that all keys belong to. */
export interface Organization {
  readonly id: string;
  readonly name: string;
}

/** A person in the organization. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly roleId: string;
}

/** An entry of the audit trail, in the words of `GET /event`. */
export interface AuditEvent {
  readonly 'iam-api-key': {
    readonly name: string;
    readonly key: string;
    readonly 'role-id'?: string;
  };
  readonly 'iam-role'?: { readonly id: string; readonly name: string };
  readonly 'request-id': string;
  readonly zone: string;
  readonly 'get-params': Readonly<Record<string, string>>;
  readonly 'body-params': Readonly<Record<string, unknown>>;
  readonly 'path-params': Readonly<Record<string, string>>;
  readonly status: number;
  readonly 'source-ip': string;
  readonly uri: string;
  readonly 'elapsed-ms': number;
  readonly timestamp: string;
  readonly handler: string;
  readonly message: string;
}

/** An item of a collection that the API has many of: an instance, a security group, a DNS record. */
export type Resource = Readonly<Record<string, unknown>>;

/** The whole state of a simulator. Requests change it. */
export interface SimulatorState {
  /** Counts the changes, to detect whether a copy is old. */
  readonly revision: number;
  readonly organization: Organization;
  readonly organizationPolicy: IamPolicy;
  readonly apiKeys: ReadonlyMap<string, ApiKey>;
  readonly roles: ReadonlyMap<string, IamRole>;
  readonly users: readonly User[];
  readonly sessions: ReadonlyMap<string, Session>;
  readonly accessKeys: ReadonlyMap<string, AccessKey>;
  /** All that are pending, and of the others the newest thousand. */
  readonly operations: ReadonlyMap<string, OperationRecord>;
  /** The newest thousand. */
  readonly events: readonly AuditEvent[];
  /** By path, without `/v2`: `/security-group/ID`. */
  readonly resources: ReadonlyMap<string, Resource>;
}
