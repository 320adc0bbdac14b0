// The audit trail: one entry for every authenticated call that is no read, refused ones included.
import type { Call } from '../handlers/handler.ts';
import type { Caller } from './find-caller.ts';
import { newUuid } from './identifiers.ts';
import type { AuditEvent } from './records.ts';
import type { Store } from './store.ts';

const sensitiveName = /secret|password|token|private[-_]?key/i;

export function recordEvent(store: Store, call: Call, status: number): void {
  const { caller, operation, zone } = call;
  if (!caller || operation.method === 'GET') return;
  // The call has taken effect: nothing here may fail, whatever an adapter gives for an endpoint.
  const origin = call.endpointOf(zone).replace(/^([a-z]+:\/\/[^/]+).*/i, '$1');
  store.events.push({
    ...describeCaller(store, caller),
    'request-id': newUuid(store.options.random),
    zone,
    'get-params': redact(call.query) as Record<string, string>,
    'body-params': redact(call.body) as Record<string, unknown>,
    'path-params': call.pathParameters,
    status,
    'source-ip': call.sourceIp,
    uri: call.path,
    // The specification demands a positive number; a simulated call takes no time.
    'elapsed-ms': 1,
    timestamp: new Date(store.options.now()).toISOString(),
    handler: operation.name,
    message: `${operation.method} ${origin}${call.path} [${operation.name}] status ${status}`,
  });
}

function describeCaller(
  store: Store,
  { kind, key }: Caller,
): Pick<AuditEvent, 'iam-api-key' | 'iam-role'> {
  if (kind === 'access-key') return { 'iam-api-key': { name: key.name, key: key.key } };
  const role = store.roles.get(key.roleId);
  return {
    'iam-api-key': { name: key.name, key: key.key, 'role-id': key.roleId },
    ...(role && { 'iam-role': { id: role.id, name: role.name } }),
  };
}

function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      sensitiveName.test(name) ? '***' : redact(member),
    ]),
  );
}
