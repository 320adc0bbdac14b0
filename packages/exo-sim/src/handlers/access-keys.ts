// Legacy access keys: create, list, get, revoke, and the operations they can be restricted to.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { isAccessKeyResource } from '../legacy/access-key-resource.ts';
import {
  expandScope,
  isRestricted,
  isSubset,
  type AccessKeyScope,
} from '../legacy/access-key-scope.ts';
import { knownOperations } from '../legacy/legacy-operations.ts';
import { newKeyPair } from '../state/identifiers.ts';
import { describeOperation, startOperation } from '../state/operation-queue.ts';
import type { AccessKey } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { isListOf, isString, isText } from '../value-checks.ts';

export function createAccessKey(store: Store, call: Call): Answer {
  const { caller, body } = call;
  if (caller?.kind !== 'access-key') {
    return refuse(403, 'A role-based API key cannot create legacy access keys');
  }
  if (!isText(body['name'], 255)) return refuse(400, 'name: expected 1 to 255 characters');
  const given = readScope(body);
  if (typeof given === 'string') return refuse(400, given);
  const scope = inheritScope(given, caller.key);
  if (!isSubset(scope, caller.key)) {
    return refuse(403, 'Forbidden: the new access key would hold more than the one that signs');
  }
  const { now, random } = store.options;
  const key: AccessKey = { ...newKeyPair(random), name: body['name'], createdAt: now(), ...scope };
  store.accessKeys.set(key.key, key);
  return ok({ ...describe(key), secret: key.secret });
}

export function listAccessKeys(store: Store): Answer {
  return ok({ 'access-keys': [...store.accessKeys.values()].map(describe) });
}

export function getAccessKey(store: Store, call: Call): Answer {
  const key = store.accessKeys.get(call.id);
  return key ? ok(describe(key)) : refuse(404, 'Access key not found');
}

export function revokeAccessKey(store: Store, call: Call): Answer {
  if (!store.accessKeys.delete(call.id)) return refuse(404, 'Access key not found');
  const reference = { link: `/v2/access-key/${call.id}`, command: call.operation.name };
  return ok(describeOperation(startOperation(store, reference)));
}

export function listAccessKeyKnownOperations(): Answer {
  return describeOperations(knownOperations.keys());
}

export function listAccessKeyOperations(_: Store, call: Call): Answer {
  if (call.caller?.kind !== 'access-key') {
    return refuse(403, 'The request is not signed by a legacy access key');
  }
  return describeOperations(expandScope(call.caller.key));
}

function readScope(body: Call['body']): AccessKeyScope | string {
  const { operations = [], tags = [], resources = [] } = body;
  const knownTags = new Set([...knownOperations.values()].flat());
  if (!isListOf(operations, isString) || !operations.every((name) => knownOperations.has(name))) {
    return 'operations: expected names from /access-key-known-operations';
  }
  if (!isListOf(tags, isString) || !tags.every((tag) => knownTags.has(tag))) {
    return 'tags: expected tags from /access-key-known-operations';
  }
  if (!isListOf(resources, isAccessKeyResource)) {
    return 'resources: expected objects with domain, resource-type and resource-name';
  }
  return { operations, tags, resources };
}

// A restriction that the request does not change stays.
function inheritScope(given: AccessKeyScope, parent: AccessKeyScope): AccessKeyScope {
  const restrictsOperations = given.operations.length + given.tags.length > 0;
  return {
    operations: restrictsOperations ? given.operations : parent.operations,
    tags: restrictsOperations ? given.tags : parent.tags,
    resources: given.resources.length > 0 ? given.resources : parent.resources,
  };
}

function describe(key: AccessKey): object {
  const { name, key: id, operations, tags, resources } = key;
  const type = isRestricted(key) ? 'restricted' : 'unrestricted';
  return { name, key: id, type, version: 'v2', tags, operations, resources };
}

function describeOperations(names: Iterable<string>): Answer {
  const described = [...names].map((operation) => ({
    operation,
    tags: knownOperations.get(operation),
  }));
  return ok({ 'access-key-operations': described });
}
