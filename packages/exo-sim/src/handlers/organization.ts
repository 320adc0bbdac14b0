// The organization's own record, its users and its policy.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { isIamPolicy, allowEverything, type IamPolicy } from '../policy/iam-policy.ts';
import { describeOperation, startOperation } from '../state/operation-queue.ts';
import type { Store } from '../state/store.ts';

export function getOrganization(store: Store): Answer {
  return ok({
    ...store.organization,
    address: '1 Example Street',
    postcode: '1000',
    city: 'Lausanne',
    country: 'CH',
    currency: 'CHF',
  });
}

export function listUsers(store: Store): Answer {
  const users = store.users.map(({ id, email, roleId }) => ({
    id,
    email,
    role: { id: roleId, name: store.roles.get(roleId)?.name },
    sso: false,
    'two-factor-authentication': true,
    pending: false,
  }));
  return ok({ users });
}

export function getIamOrganizationPolicy(store: Store): Answer {
  return ok(store.organizationPolicy);
}

export function updateIamOrganizationPolicy(store: Store, call: Call): Answer {
  const policy: unknown = call.body;
  if (!isIamPolicy(policy)) return refuse(400, 'Expected default-service-strategy and services');
  return replacePolicy(store, call, policy);
}

export function resetIamOrganizationPolicy(store: Store, call: Call): Answer {
  return replacePolicy(store, call, allowEverything);
}

function replacePolicy(store: Store, call: Call, policy: IamPolicy): Answer {
  store.organizationPolicy = policy;
  const { id } = store.organization;
  const reference = { id, link: '/v2/iam-organization-policy', command: call.operation.name };
  return ok(describeOperation(startOperation(store, reference)));
}
