// Role-based API keys: create, list, get, delete.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { newKeyPair } from '../state/identifiers.ts';
import { describeOperation, startOperation } from '../state/operation-queue.ts';
import type { ApiKey } from '../state/records.ts';
import { isRoleReady, keepDetachment, type Store } from '../state/store.ts';
import { isText } from '../value-checks.ts';

export function createApiKey(store: Store, call: Call): Answer {
  const { name, 'role-id': roleId } = call.body;
  if (call.caller?.kind === 'access-key') {
    return refuse(403, 'A legacy access key cannot create API keys');
  }
  if (!isText(name, 255)) return refuse(400, 'name: expected 1 to 255 characters');
  if (typeof roleId !== 'string') return refuse(400, 'role-id: expected the id of an IAM role');
  if (!isRoleReady(store, roleId)) return refuse(404, `IAM role ${roleId} not found`);
  const { now, random } = store.options;
  const key: ApiKey = { ...newKeyPair(random), name, roleId, createdAt: now() };
  store.apiKeys.set(key.key, key);
  return ok({ ...describe(key), secret: key.secret });
}

export function listApiKeys(store: Store): Answer {
  return ok({ 'api-keys': [...store.apiKeys.values()].map(describe) });
}

export function getApiKey(store: Store, call: Call): Answer {
  const key = store.apiKeys.get(call.id);
  if (!key) return refuse(404, 'API key not found');
  return ok({ ...describe(key), 'org-id': store.organization.id });
}

export function deleteApiKey(store: Store, call: Call): Answer {
  const key = store.apiKeys.get(call.id);
  // 403 and these words are what the API was seen to answer, also for a key deleted before.
  if (!key) return refuse(403, 'API Key not in organization');
  store.apiKeys.delete(key.key);
  const operation = startOperation(store, {
    link: `/v2/api-key/${key.key}`,
    command: call.operation.name,
  });
  const { now, roleDetachedAfterMs } = store.options;
  keepDetachment(store, {
    roleId: key.roleId,
    at: now() + roleDetachedAfterMs,
    operationId: operation.id,
  });
  return ok(describeOperation(operation));
}

function describe(key: ApiKey): object {
  return { name: key.name, key: key.key, 'role-id': key.roleId };
}
