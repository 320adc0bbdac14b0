// The name that the address of an instance or an elastic IP has in the DNS. It is stored below the owner of the
// address, and deleted with it.
import { ok, refuse, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import {
  forgetResource,
  isInZone,
  keepResource,
  pathOf,
  readResource,
} from '../state/resources.ts';
import type { Store } from '../state/store.ts';
import { isText } from '../value-checks.ts';
import { answerGenerically } from './generic.ts';

export function getReverseDns(store: Store, call: Call): Answer {
  const isHere = isInZone(store, entryOf(call), call.zone);
  const entry = isHere && readResource(store.resources, entryOf(call));
  return entry ? ok(entry) : refuse(404, `${ownerOf(call)} has no reverse DNS`);
}

export function updateReverseDns(store: Store, call: Call): Answer {
  const { 'domain-name': name } = call.body;
  if (!isInZone(store, ownerOf(call), call.zone)) return refuse(404, `${ownerOf(call)} not found`);
  // The specification allows a request without it, which then changes nothing.
  if (name === undefined) return acknowledge(store, call);
  if (!isText(name, 253)) return refuse(400, 'domain-name: expected 1 to 253 characters');
  keepResource(store, entryOf(call), { 'domain-name': name });
  return acknowledge(store, call);
}

export function deleteReverseDns(store: Store, call: Call): Answer {
  if (!isInZone(store, entryOf(call), call.zone)) {
    return refuse(404, `${ownerOf(call)} has no reverse DNS`);
  }
  forgetResource(store, entryOf(call));
  return acknowledge(store, call);
}

function acknowledge(store: Store, call: Call): Answer {
  const path = pathOf(call.operation.path, call.pathParameters);
  return answerGenerically(store, call, { id: call.id, path });
}

// `/reverse-dns/instance/{id}` belongs to `/instance/{id}`.
function ownerOf({ operation, pathParameters }: Call): string {
  return pathOf(operation.path.replace('/reverse-dns', ''), pathParameters);
}

function entryOf(call: Call): string {
  return `${ownerOf(call)}/reverse-dns`;
}
