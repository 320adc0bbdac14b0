// What a lease may do: as the request says it, and compiled.
import type { OperationName } from '@x/exo-operations';

import type { IamPolicy } from '../resources/iam-policy.ts';

/**
 * What a lease may do. `operations`, `tags` and `resources` go together; `policy` stands alone;
 * `template` is narrowed by the first three.
 */
export interface Scope {
  /**
   * Names of the API reference (`list-zones`) and of S3 operations (`get-object`). The one word
   * `unrestricted` stands for everything, and nothing else does.
   */
  readonly operations?: readonly (OperationName | (string & {}))[] | undefined;
  /**
   * A service class (`compute`), a tag of the specification (`instance`), `read` for every `get-…` and
   * `list-…`, or both with a colon (`compute:read`).
   */
  readonly tags?: readonly string[] | undefined;
  /**
   * `sos/bucket:NAME` restricts the object storage to the buckets named. Making and deleting them is
   * allowed only if `operations` names it.
   */
  readonly resources?: readonly string[] | undefined;
  /** A policy as the API takes it. It has to deny by default. It is checked, so it may come from a file. */
  readonly policy?: IamPolicy | undefined;
  /** The policy of an existing role or key, as `resolveTemplate` gives it. */
  readonly template?: Template | undefined;
  /**
   * Whether the key may ask for the result of asynchronous operations. `auto` (default) allows it when
   * the scope has such an operation, `deny` never; answers of `get-operation` can name other resources.
   */
  readonly getOperation?: 'auto' | 'allow' | 'deny' | undefined;
}

/** A policy that a scope starts from. */
export interface Template {
  /** What it was taken from, for messages: `role deployer`. */
  readonly source: string;
  readonly policy: IamPolicy;
}

/** A compiled scope. */
export interface CompiledScope {
  /** Denies everything that it does not name. It does not have a deadline yet. */
  readonly policy: IamPolicy;
  /** The operations that the policy allows, by class, if their names are known. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  /** What each tag stood for. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** Allowed operations whose answer is an operation to be polled. */
  readonly asynchronous: readonly string[];
  /** Operations that the scope does not name but the policy allows. */
  readonly added: readonly string[];
  /** What a careful reader needs to know. */
  readonly notes: readonly string[];
}

/** The word that stands for everything. */
export const unrestricted = 'unrestricted';
