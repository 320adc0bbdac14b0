// The options that say what a lease may do, the same for `exec`, `create` and `explain`.
import { parseList, type IamPolicy, type LeaseMethod, type LeaseScope } from '@x/exo-iam';

import type { Context } from '../context.ts';
import { readPolicyOption } from './read-policy-option.ts';

export interface ScopeOptions {
  readonly operation: readonly string[];
  readonly tag: readonly string[];
  readonly resource: readonly string[];
  readonly policy?: string;
  readonly role?: string;
  readonly template?: string;
  readonly method?: LeaseMethod;
  readonly getOperation: 'auto' | 'allow' | 'deny';
}

/** @throws {ExoLeaseError} `ERR_USAGE` for a policy that cannot be read. */
export async function readScope(context: Context, options: ScopeOptions): Promise<LeaseScope> {
  const { operation, tag, resource, policy, role, template, getOperation } = options;
  return {
    operations: parseList(operation.join(',')),
    tags: parseList(tag.join(',')),
    resources: parseList(resource.join(',')),
    // `compileScope` checks that it is a policy.
    ...(policy !== undefined && { policy: (await readPolicyOption(context, policy)) as IamPolicy }),
    role,
    template,
    getOperation,
  };
}
