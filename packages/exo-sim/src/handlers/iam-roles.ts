// IAM roles: create, list, get, update, update the policy, delete.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { isIamPolicy, allowEverything } from '../policy/iam-policy.ts';
import { newUuid } from '../state/identifiers.ts';
import { describeOperation, startOperation } from '../state/operation-queue.ts';
import type { IamRole, OperationRecord } from '../state/records.ts';
import { isRoleAttached, type Store } from '../state/store.ts';
import { isText } from '../value-checks.ts';
import { readRoleFields } from './role-fields.ts';

export function createIamRole(store: Store, call: Call): Answer {
  const { name, editable = true } = call.body;
  if (!isText(name, 191)) return refuse(400, 'name: expected 1 to 191 characters');
  if (typeof editable !== 'boolean') return refuse(400, 'editable: expected true or false');
  const fields = readRoleFields(call.body);
  if (typeof fields === 'string') return refuse(400, fields);
  if (!fields.policy && !store.options.allowEmptyPolicy) {
    return refuse(400, 'policy: expected an IAM policy; a role without one is not allowed');
  }
  const id = newUuid(store.options.random);
  store.roles.set(id, { policy: allowEverything, permissions: [], ...fields, id, name, editable });
  const operation = startRoleOperation(store, call, id);
  const { now, roleVisibleAfterMs } = store.options;
  store.roleGates.set(id, { at: now() + roleVisibleAfterMs, operationId: operation.id });
  return ok(describeOperation(operation));
}

export function listIamRoles(store: Store): Answer {
  return ok({ 'iam-roles': [...store.roles.values()].map(describe) });
}

export function getIamRole(store: Store, call: Call): Answer {
  const role = findRole(store, call);
  return role ? ok(describe(role)) : roleNotFound();
}

export function updateIamRole(store: Store, call: Call): Answer {
  // The policy has its own endpoint, so it is not a field here.
  const { policy: _, ...body } = call.body;
  const fields = readRoleFields(body);
  if (typeof fields === 'string') return refuse(400, fields);
  return changeRole(store, call, fields);
}

export function updateIamRolePolicy(store: Store, call: Call): Answer {
  const policy: unknown = call.body;
  if (!isIamPolicy(policy)) return refuse(400, 'Expected default-service-strategy and services');
  return changeRole(store, call, { policy });
}

export function deleteIamRole(store: Store, call: Call): Answer {
  const role = findRole(store, call);
  if (!role) return roleNotFound();
  if (isBuiltIn(store, role)) {
    return refuse(403, 'A built-in IAM role cannot be deleted');
  }
  if (isRoleAttached(store, role.id)) {
    return refuse(409, 'The IAM role is attached to an API key');
  }
  store.roles.delete(role.id);
  store.roleGates.delete(role.id);
  return ok(describeOperation(startRoleOperation(store, call, role.id)));
}

function changeRole(store: Store, call: Call, fields: Partial<IamRole>): Answer {
  const role = findRole(store, call);
  if (!role) return roleNotFound();
  // According to the specification and the help of the exo CLI, only the policy is frozen.
  if (fields.policy && !role.editable) return refuse(403, 'The policy of the role is not editable');
  if (!role.editable && isBuiltIn(store, role))
    return refuse(403, 'A built-in IAM role cannot be changed');
  store.roles.set(role.id, { ...role, ...fields });
  return ok(describeOperation(startRoleOperation(store, call, role.id)));
}

// Only roles that were made through the API have a delay.
function isBuiltIn(store: Store, role: IamRole): boolean {
  return !store.roleGates.has(role.id);
}

function findRole(store: Store, call: Call): IamRole | undefined {
  return store.roles.get(call.id);
}

function roleNotFound(): Answer {
  return refuse(404, 'IAM role not found');
}

function startRoleOperation(store: Store, call: Call, id: string): OperationRecord {
  return startOperation(store, { id, link: `/v2/iam-role/${id}`, command: call.operation.name });
}

function describe(role: IamRole): object {
  return {
    id: role.id,
    name: role.name,
    ...(role.description !== undefined && { description: role.description }),
    editable: role.editable,
    ...(role.labels && { labels: role.labels }),
    permissions: role.permissions,
    policy: role.policy,
    ...(role.assumeRolePolicy && { 'assume-role-policy': role.assumeRolePolicy }),
    ...(role.maxSessionTtl !== undefined && { 'max-session-ttl': role.maxSessionTtl }),
  };
}
