// Shows a stored item: by itself, in a list, and as the reference of an operation.
import { ok, type Answer } from '../call/answer.ts';
import type { Call } from '../call/call.ts';
import { hiddenBy, shownBy, type Collection } from '../state/collections.ts';
import type { Resource } from '../state/records.ts';
import { above, isInZone, pathsIn, readResource } from '../state/resources.ts';
import type { Store } from '../state/store.ts';
import { answerGenerically } from './generic.ts';

/** A collection, and the path of one of its items or of itself. */
export interface Target {
  readonly collection: Collection;
  readonly path: string;
}

/** The item with the items below it that it shows. */
export function showItem(store: Store, { collection, path }: Target): Resource {
  const below = shownBy(collection).map((one) => {
    const segment = above(one.itemPath).slice(collection.itemPath.length);
    const items = pathsIn(store.resources, path + segment);
    return [one.shownAs, items.map((item) => showItem(store, { collection: one, path: item }))];
  });
  return { ...readResource(store.resources, path), ...Object.fromEntries(below) };
}

/** The items of a collection in a zone. */
export function showItems(
  store: Store,
  { collection, path, zone }: Target & { readonly zone: string },
): readonly Resource[] {
  return pathsIn(store.resources, path)
    .filter((item) => isInZone(store, item, zone))
    .map((item) => showItem(store, { collection, path: item }));
}

/** The answer of an operation about an item. */
export function visibleTo(call: Call, item: Resource): Resource {
  const hidden = hiddenBy(call.operation.name);
  return Object.fromEntries(Object.entries(item).filter(([name]) => !hidden.includes(name)));
}

/** The answer to a change: an operation that refers to the item, or the item itself. */
export function acknowledge(store: Store, call: Call, target: Target): Answer {
  const answer = answerAbout(store, call, target);
  if (call.operation.asynchronous) return answer;
  return ok({ ...(answer.body as Resource), ...visibleTo(call, showItem(store, target)) });
}

/** The generic answer; an operation refers to the item. */
export function answerAbout(store: Store, call: Call, { collection, path }: Target): Answer {
  // What is shown by its parent is referred to by it, as egoscale expects; except that the Terraform
  // provider takes the reference of a new nodepool for the nodepool.
  const byParent = collection.shownAs !== '' && call.operation.name !== 'create-sks-nodepool';
  const subject = byParent ? above(above(path)) : path;
  const id = subject.slice(above(subject).length + 1);
  return answerGenerically(store, call, {
    path: subject,
    // The API's ids are UUIDs; a name is not an id.
    ...(!isNamed(collection) && { id }),
  });
}

/** Whether the path of an item has a name that the client chose. */
export function isNamed({ itemPath }: Collection): boolean {
  return itemPath.endsWith('/{name}');
}
