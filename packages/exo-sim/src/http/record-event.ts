// The audit trail: one entry for each authenticated call that is not a GET, refused ones included.
// To limit memory, it keeps only the newest entries and shortens long bodies.
import type { Call } from '../call/call.ts';
import type { Caller } from '../state/find-caller.ts';
import { newUuid } from '../state/identifiers.ts';
import type { AuditEvent } from '../state/records.ts';
import type { Store } from '../state/store.ts';

const sensitiveName = /secret|password|token|private[-_]?key/i;
const eventsKept = 1000;
const bodyCharacters = 10_000;

export function recordEvent(store: Store, call: Call, status: number): void {
  const { caller, operation, zone } = call;
  if (!caller || operation.method === 'GET') return;
  // The call has taken effect, so nothing here may fail, even with a strange endpoint from an adapter.
  const origin = call.endpointOf(zone).replace(/^([a-z]+:\/\/[^/]+).*/i, '$1');
  store.events.push({
    ...describeCaller(store, caller),
    'request-id': newUuid(store.options.random),
    zone,
    'get-params': redact(call.query) as Record<string, string>,
    'body-params': shorten(redact(call.body) as Record<string, unknown>),
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
  store.events.splice(0, store.events.length - eventsKept);
  store.revision += 1;
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

// Member by member while there is room. A member that is too long becomes `…`, if that fits.
function shorten(body: Record<string, unknown>): Record<string, unknown> {
  let room = bodyCharacters;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, member]) => {
      const entry = [member, '…']
        .map((value): [string, unknown] => [name, value])
        .find((one) => JSON.stringify(one).length <= room);
      room -= entry ? JSON.stringify(entry).length : 0;
      return entry ? [entry] : [];
    }),
  );
}
