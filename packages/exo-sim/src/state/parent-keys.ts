// The first keys of a simulator, to sign the first request.
import type { AccessKeyScope } from '../legacy/access-key-scope.ts';
import type { IamPolicy } from '../policy/iam-policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { newKeyPair } from './identifiers.ts';
import type { Credentials } from './records.ts';
import { builtInRole, type Store } from './store.ts';

/** The key to begin with, and its policy. */
export type ParentKey = Credentials & { readonly policy?: IamPolicy };

/** The legacy access key to begin with, and its scope. */
export type ParentAccessKey = Credentials & Partial<AccessKeyScope>;

export function addParentKey(store: Store, given: ParentKey | undefined): Credentials {
  const { key, secret } = pairOf(store, given);
  let roleId = store.ownerRoleId;
  if (given?.policy) {
    const policy = readPolicy(given.policy, 'parentKey.policy');
    const role = { ...builtInRole(store.options, 'parent', policy), editable: true };
    store.roles.set(role.id, role);
    roleId = role.id;
  }
  store.apiKeys.set(key, { key, secret, name: 'parent', roleId, createdAt: store.options.now() });
  return { apiKey: key, apiSecret: secret };
}

export function addParentAccessKey(store: Store, given: ParentAccessKey | undefined): Credentials {
  const { key, secret } = pairOf(store, given);
  // A copy, because the caller may change the original.
  const {
    operations = [],
    tags = [],
    resources = [],
  }: Partial<AccessKeyScope> = structuredClone(given ?? {});
  store.accessKeys.set(key, {
    key,
    secret,
    name: 'parent',
    createdAt: store.options.now(),
    operations,
    tags,
    resources,
  });
  return { apiKey: key, apiSecret: secret };
}

function pairOf(
  store: Store,
  given: Credentials | undefined,
): { readonly key: string; readonly secret: string } {
  return given ? { key: given.apiKey, secret: given.apiSecret } : newKeyPair(store.options.random);
}
