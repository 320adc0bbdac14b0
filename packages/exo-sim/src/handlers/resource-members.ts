// The members of an item: those that the API sets, overridden by those that were sent.
import type { Call } from '../call/call.ts';
import type { Collection } from '../state/collections.ts';
import type { Resource } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { isRecord } from '../value-checks.ts';
import { fillIn } from './fill-in.ts';

const firstAddress = '192.0.2.1';
const addresses: readonly string[] = ['192.0.2', '198.51.100', '203.0.113'].flatMap((network) =>
  Array.from({ length: 254 }, (_, index) => `${network}.${index + 1}`),
);

export interface MembersInput {
  readonly collection: Collection;
  readonly id: string;
  /** The item before this request. */
  readonly before?: Resource;
  readonly sent: Readonly<Record<string, unknown>>;
}

export function membersOf(
  store: Store,
  call: Pick<Call, 'zone'>,
  { collection, id, before = {}, sent }: MembersInput,
): Resource {
  const values = new Map([
    ['$id', id],
    ['$now', new Date(store.options.now()).toISOString()],
    ['$zone', call.zone],
    ['$organization', store.organization.id],
    ['$text', 'simulated'],
  ]);
  const given = fillIn(collection.given, (_, text) =>
    text.startsWith(firstAddress)
      ? text.replace(firstAddress, nextAddress(store))
      : (values.get(text) ?? text),
  );
  const members = Object.entries({ ...before, ...keptOf(collection, sent) }).filter(
    // In an update, null removes a member.
    ([name, value]) => value !== null && name !== 'updated-at',
  );
  // Cilium brings a replacement for kube-proxy.
  const cilium = sent['cni'] === 'cilium' && { 'enable-kube-proxy': false };
  return { ...(given as Resource), ...cilium, ...Object.fromEntries(members) };
}

/** The address after the highest one that is in use, from the ranges for documentation and tests. */
function nextAddress({ resources }: Store): string {
  const inUse = [...resources.values()].map(
    ({ ip, 'public-ip': publicIp }) => addresses.indexOf(String(ip ?? publicIp)) + 1,
  );
  return addresses[inUse.reduce((a, b) => Math.max(a, b), 0) % addresses.length] as string;
}

// Only what can be shown again, because the rest may be secret.
function keptOf({ kept }: Collection, sent: Readonly<Record<string, unknown>>): Resource {
  const members: Record<string, unknown> = {};
  for (const [name = '', part] of kept.map((each) => each.split('.'))) {
    const value = sent[name];
    if (part === undefined || !isRecord(value)) {
      if (value !== undefined) members[name] = value;
    } else if (Object.hasOwn(value, part)) {
      members[name] = { ...(members[name] as Resource | undefined), [part]: value[part] };
    }
  }
  return members;
}
