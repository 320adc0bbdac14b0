import type { Call } from '../call/call.ts';
// The members of an item: what the API gives it, with what was sent on top.
import type { Resource } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { isRecord } from '../value-checks.ts';
import type { Collection } from './collections.ts';
import { fillIn } from './fill-in.ts';

export interface MembersInput {
  readonly collection: Collection;
  readonly id: string;
  /** What the item was until now. */
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
  const given = fillIn(collection.given, (_, text) => values.get(text) ?? text);
  const members = Object.entries({ ...before, ...keptOf(collection, sent) }).filter(
    // Updates say null to remove a member.
    ([name, value]) => value !== null && name !== 'updated-at',
  );
  return { ...(given as Resource), ...Object.fromEntries(members) };
}

// Only what can be shown again; the rest may well be a secret.
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
