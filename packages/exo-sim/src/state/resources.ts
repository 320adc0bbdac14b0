// The items of the ordinary collections of the API, by path: `/security-group/ID`. An item is deleted with
// everything below it. Copies go in and out, so that callers cannot change the stored items.
import type { Resource } from './records.ts';

type Resources = ReadonlyMap<string, Resource>;

interface Memory {
  readonly resources: Map<string, Resource>;
  /** The zone of each item that belongs to one, by path. */
  readonly resourceZones: Map<string, string>;
}

/** The path of an item; a value with a slash in it stays one segment. */
export function pathOf(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^}]+)\}/g, (_, name: string) => asSegment(values[name] ?? ''));
}

/** The path as a URL spells it. Half a surrogate pair is replaced, because a URL cannot hold it. */
export function asLink(path: string): string {
  return path.replace(/[^/%]+/g, (part) => encodeURIComponent(Buffer.from(part).toString()));
}

/** Keeps a slash distinct from text that was already escaped. */
export function asSegment(value: string): string {
  return value.replace(/[%/]/g, encodeURIComponent);
}

export function readResource(resources: Resources, path: string): Resource | undefined {
  return structuredClone(resources.get(path));
}

export function keepResource(
  { resources }: Pick<Memory, 'resources'>,
  path: string,
  value: Resource,
): void {
  resources.set(path, structuredClone(value));
}

export function forgetResource({ resources, resourceZones }: Memory, path: string): void {
  for (const other of resources.keys()) {
    if (other === path || other.startsWith(`${path}/`)) resources.delete(other);
  }
  resourceZones.delete(path);
}

/** Whether the item exists in the zone. An item without a zone is in every zone. */
export function isInZone(memory: Memory, path: string, zone: string): boolean {
  if (!memory.resources.has(path)) return false;
  for (let owner = path; owner !== ''; owner = above(owner)) {
    const home = memory.resourceZones.get(owner);
    if (home !== undefined) return home === zone;
  }
  return true;
}

/** The paths of the items of a collection, in the order in which they were made. */
export function pathsIn(resources: Resources, collection: string): readonly string[] {
  return [...resources.keys()].filter((path) => above(path) === collection);
}

/** The path without its last segment. */
export function above(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
