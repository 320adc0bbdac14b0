// The paths of the API whose items are stored, and their properties.
import { hiddenMembers, resourceRows } from '../generated/resources.ts';
import { above } from './resources.ts';

export interface Collection {
  /** Of an item, with parameters in braces. */
  readonly itemPath: string;
  /** The member of the parent that shows the items; empty where none does. */
  readonly shownAs: string;
  /** Members kept as they are sent; `a.b` keeps that part of `a`. */
  readonly kept: readonly string[];
  /** Members that every item has from the start. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** A path of the catalogue, seen from the items: all of them, one, or one member of one. */
export interface Place {
  readonly collection: Collection;
  readonly at: 'collection' | 'item' | 'field';
}

// Operations on other items create snapshots, so the specification does not show this collection.
const snapshotRows: typeof resourceRows = [
  ['/block-storage-snapshot/{id}', '', ['labels', 'name'], {}],
  ['/snapshot/{id}', '', [], {}],
];

// The members that the exo CLI reads without a check.
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/instance/{id}': { 'secureboot-enabled': false, 'tpm-enabled': false },
  '/sks-cluster/{id}': { 'auto-upgrade': false, 'enable-kube-proxy': true },
};

const collections: readonly Collection[] = [...resourceRows, ...snapshotRows].map(
  ([itemPath, shownAs, kept, given]) => ({
    itemPath,
    shownAs,
    kept,
    given: { ...given, ...defaults[itemPath] },
  }),
);

// These belong to the organization; everything else belongs to the zone that it is made in.
const withoutZone = [
  '/ai/api-key/{id}',
  '/anti-affinity-group/{id}',
  '/dns-domain/{id}',
  '/security-group/{id}',
  '/ssh-key/{name}',
];

/** Whether items of the collection belong to the zone that they are made in. */
export function isZoneLocal({ itemPath }: Collection): boolean {
  return !withoutZone.includes(itemPath);
}
const byItemPath = new Map(collections.map((one) => [unnamed(one.itemPath), one]));
const hidden: ReadonlyMap<string, readonly string[]> = new Map(hiddenMembers);

const places: ReadonlyMap<string, Place> = new Map(
  collections.flatMap((collection): [string, Place][] => {
    const item = unnamed(collection.itemPath);
    return [
      [above(item), { collection, at: 'collection' }],
      [item, { collection, at: 'item' }],
      [`${item}/{field}`, { collection, at: 'field' }],
    ];
  }),
);

export function placeOf(path: string): Place | undefined {
  return places.get(unnamed(path));
}

/** The items that a path of the catalogue goes through or ends with, the outermost first. */
export function itemsOn(path: string): readonly string[] {
  const segments = path.replace(/:.*/, '').split('/');
  return segments
    .map((_, index) => segments.slice(0, index + 1).join('/'))
    .filter((start) => byItemPath.has(unnamed(start)));
}

/** The collections that an item shows in members of its own. */
export function shownBy({ itemPath }: Collection): readonly Collection[] {
  return collections.filter((one) => one.shownAs !== '' && above(above(one.itemPath)) === itemPath);
}

/** The members of an item that the operation does not answer. */
export function hiddenBy(operationName: string): readonly string[] {
  return hidden.get(operationName) ?? [];
}

// The same item is `{id}` on one path and `{vpc-id}` on another.
function unnamed(path: string): string {
  return path.replace(/\{(?!field\})[^}]+\}/g, '{}');
}
