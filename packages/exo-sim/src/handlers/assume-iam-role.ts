// Assumes a role: creates a key that only its deadline ends. The role has to name who may assume it.
import { bindingsFor } from '../auth/authorize.ts';
import { questionOf } from '../auth/question-of.ts';
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { evaluateRules } from '../policy/evaluate-policy.ts';
import { newKeyPair } from '../state/identifiers.ts';
import type { ApiKey, IamRole, Session } from '../state/records.ts';
import { isRoleReady, type Store } from '../state/store.ts';
import { isPositiveInteger } from '../value-checks.ts';

// For roles that set no `max-session-ttl`; the API's own default is not published.
const defaultMaximumTtlSeconds = 3600;

// The last moment that a Date can hold. A longer session is practically endless, and must not throw.
const endOfTimeMs = 8.64e15;

export function assumeIamRole(store: Store, call: Call): Answer {
  const key = call.caller?.kind === 'access-key' ? undefined : call.caller?.key;
  if (!key) {
    return refuse(403, 'A legacy access key cannot assume a role');
  }
  const role = store.roles.get(call.id);
  if (!role || !isRoleReady(store, role.id)) return refuse(404, 'IAM role not found');
  if (!isAllowed(store, role, { call, key })) {
    return refuse(403, 'Forbidden by the assume role policy of the IAM role');
  }
  const { ttl } = call.body;
  const maximum = role.maxSessionTtl ?? defaultMaximumTtlSeconds;
  if (!isPositiveInteger(ttl) || ttl > maximum) {
    return refuse(400, `ttl: expected 1 to ${maximum} seconds`);
  }
  const session = startSession(store, role, ttl);
  return ok({
    key: session.key,
    secret: session.secret,
    name: session.name,
    'role-id': role.id,
    'org-id': store.organization.id,
    'expires-at': new Date(session.expiresAt).toISOString(),
  });
}

function isAllowed(
  store: Store,
  role: IamRole,
  { call, key }: { readonly call: Call; readonly key: ApiKey },
): boolean {
  const bindings = bindingsFor(store, key, questionOf(store, call));
  return evaluateRules(role.assumeRolePolicy?.rules ?? [], bindings, store.options).allowed;
}

function startSession(store: Store, role: IamRole, ttlSeconds: number): Session {
  const createdAt = store.options.now();
  const session: Session = {
    ...newKeyPair(store.options.random),
    name: role.name,
    roleId: role.id,
    createdAt,
    expiresAt: Math.min(createdAt + ttlSeconds * 1000, endOfTimeMs),
  };
  store.sessions.set(session.key, session);
  return session;
}
