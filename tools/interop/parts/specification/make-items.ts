// Makes what a path goes through, so that an operation on it has something to be about.
import type { Client } from '@x/exo-iam';
import type { Simulator } from '@x/exo-sim';

import { smallestValue } from './smallest-value.ts';
import type { Specification, SpecifiedOperation } from './specification.ts';

export interface Workshop {
  readonly specification: Specification;
  readonly simulator: Simulator;
  readonly client: Client;
}

/**
 * Makes every item on the path that the simulator will remember.
 *
 * @returns What the path's parameters have to be, as far as something was made for them.
 */
export async function makeItems(
  workshop: Workshop,
  path: string,
): Promise<Readonly<Record<string, string>>> {
  const segments = path.replace(/:.*/, '').split('/');
  const made: [string, string][] = [];
  for (const [index, segment] of segments.entries()) {
    const [, name] = /^\{(.+)\}$/.exec(segment) ?? [];
    if (name === undefined) continue;
    // `/reverse-dns/instance/{id}` is about what `/instance` has.
    const collection = segments.slice(0, index).join('/').replace('/reverse-dns', '');
    const create = findCreate(workshop.specification, collection);
    const values = made.map(([, value]) => value);
    const id = create && (await makeItem(workshop, create, values));
    // What is below something that was not made cannot be made either.
    if (id === undefined) break;
    made.push([name, id]);
  }
  const values = Object.fromEntries(made);
  const reverse = [...workshop.specification.operations.values()].find(
    (one) => one.method === 'POST' && one.path === path && path.startsWith('/reverse-dns/'),
  );
  if (reverse) {
    const body = { 'domain-name': 'simulated.example' };
    await workshop.client.request(reverse.name, { path: values, body });
  }
  return values;
}

/** @returns The last segment of the new item's path; `undefined` where nothing is remembered. */
async function makeItem(
  { specification, simulator, client }: Workshop,
  create: SpecifiedOperation,
  values: readonly string[],
): Promise<string | undefined> {
  const before = simulator.state.resources.size;
  const names = create.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  await client.request(create.name, {
    path: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    body: create.body && smallestValue(create.body, specification.schemas),
  });
  return simulator.state.resources.size === before ? undefined : lastMade(simulator);
}

/** What names, in its path, the item that was made last. */
export function lastMade({ state }: Simulator): string {
  return [...state.resources.keys()].at(-1)?.split('/').at(-1) ?? '';
}

// The same item is `{id}` on one path and `{vpc-id}` on another. Roles and keys need more than this.
function findCreate(
  { operations }: Specification,
  collection: string,
): SpecifiedOperation | undefined {
  const unnamed = (path: string): string => path.replace(/\{[^}]+\}/g, '{}');
  return [...operations.values()].find(
    ({ method, path }) =>
      method === 'POST' &&
      unnamed(path) === unnamed(collection) &&
      !['/iam-role', '/api-key'].includes(path),
  );
}
