// Operations besides create, update and delete that change an item or make another one from it.
import { ok, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { newUuid } from '../state/identifiers.ts';
import type { Resource } from '../state/records.ts';
import { keepResource, readResource } from '../state/resources.ts';
import type { Store } from '../state/store.ts';
import { answerGenerically } from './generic.ts';
import { acknowledge, type Target } from './show-resource.ts';

// The member of the body that the item then shows.
const copiedMembers: ReadonlyMap<string, string> = new Map([
  ['resize-block-storage-volume', 'size'],
  ['resize-instance-disk', 'disk-size'],
  ['scale-instance', 'instance-type'],
  ['scale-instance-pool', 'size'],
  ['scale-sks-nodepool', 'size'],
  ['upgrade-sks-cluster', 'version'],
]);

const fixedMembers: ReadonlyMap<string, Resource> = new Map([
  ['start-instance', { state: 'running' }],
  ['stop-instance', { state: 'stopped' }],
  ['upgrade-sks-cluster-service-level', { level: 'pro' }],
]);

/** The answer of an operation that changes the item; `undefined` for all others. */
export function actOnItem(store: Store, call: Call, item: Target): Answer | undefined {
  const { name } = call.operation;
  if (name === 'create-snapshot') {
    const { id, name: instanceName, 'disk-size': size = 0 } = itemAt(store, item);
    return snapshot(store, call, {
      collection: '/snapshot',
      members: { name: instanceName ?? id, state: 'ready', size, instance: { id } },
    });
  }
  if (name === 'create-block-storage-snapshot') {
    const { id, size = 0 } = itemAt(store, item);
    const { name: chosen = 'simulated', labels } = call.body;
    return snapshot(store, call, {
      collection: '/block-storage-snapshot',
      members: {
        name: chosen,
        ...(labels !== undefined && { labels }),
        state: 'created',
        size,
        'volume-size': size,
        'block-storage-volume': { id },
      },
    });
  }
  const member = copiedMembers.get(name);
  const changed = member === undefined ? fixedMembers.get(name) : pick(call.body, member);
  if (!changed) return undefined;
  keepResource(store, item.path, { ...itemAt(store, item), ...changed });
  return acknowledge(store, call, item);
}

/** Base64 of a kubeconfig without credentials that work. */
export function generateKubeconfig(_: Store, call: Call): Answer {
  const name = JSON.stringify(call.id);
  const text = [
    'apiVersion: v1',
    'kind: Config',
    `clusters: [{name: ${name}, cluster: {server: "https://${call.id}.sks.invalid:443"}}]`,
    `contexts: [{name: ${name}, context: {cluster: ${name}, user: ${name}}}]`,
    `current-context: ${name}`,
    `users: [{name: ${name}, user: {client-certificate-data: c2ltdWxhdGVk, client-key-data: c2ltdWxhdGVk}}]`,
    '',
  ].join('\n');
  return ok({ kubeconfig: Buffer.from(text).toString('base64') });
}

function itemAt(store: Store, { path }: Target): Resource {
  return readResource(store.resources, path) as Resource;
}

function pick(body: Call['body'], member: string): Resource {
  return body[member] === undefined ? {} : { [member]: body[member] };
}

function snapshot(
  store: Store,
  call: Call,
  { collection, members }: { readonly collection: string; readonly members: Resource },
): Answer {
  const id = newUuid(store.options.random);
  const path = `${collection}/${id}`;
  const now = new Date(store.options.now()).toISOString();
  keepResource(store, path, { id, 'created-at': now, ...members });
  store.resourceZones.set(path, call.zone);
  return answerGenerically(store, call, { id, path });
}
