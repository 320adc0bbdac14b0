// What a lease has left in the simulated organization.
import type { Organization } from './organization.ts';

export interface Leftovers {
  readonly keys: number;
  readonly roles: number;
  readonly accessKeys: number;
}

export const nothing: Leftovers = { keys: 0, roles: 0, accessKeys: 0 };

/** Counts what bears the name of a lease with that prefix. */
export function leftoversOf({ simulator }: Organization, prefix = 'exo-lease'): Leftovers {
  const { apiKeys, roles, accessKeys } = simulator.state;
  const count = (all: ReadonlyMap<string, { readonly name: string }>): number =>
    [...all.values()].filter(({ name }) => name.startsWith(`${prefix}.`)).length;
  return { keys: count(apiKeys), roles: count(roles), accessKeys: count(accessKeys) };
}
