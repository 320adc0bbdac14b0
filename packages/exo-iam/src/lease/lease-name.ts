// The name of a lease: the only place where the API stores who holds it and when it ends.
import { parseNamedHolder, type NamedHolder } from './named-holder.ts';

/** What the name of a lease says. */
export interface LeaseName {
  /** Tells these leases from everything else in the organization. */
  readonly prefix: string;
  /** When the lease ends, in UNIX seconds. */
  readonly deadline: number;
  /** Tells leases of one holder apart. */
  readonly random: string;
  readonly holder: NamedHolder;
}

// The API's limit for the name of a role; a key's name may be longer.
export const maxNameLength = 191;
export const maxPrefixLength = 32;

const grammar =
  /^(?<prefix>[\w-]{1,32})\.(?<deadline>\d{1,12})\.(?<random>[0-9a-z]{1,16})\.(?<holder>[\w.-]+)$/;

/**
 * What a name says, or `undefined` when it is not the name of a lease. The specification does not
 * require a name of what the API lists, so any value may be given.
 */
export function parseLeaseName(name: unknown): LeaseName | undefined {
  if (typeof name !== 'string' || name.length > maxNameLength) return undefined;
  const parts = grammar.exec(name)?.groups as
    | Readonly<Record<'prefix' | 'deadline' | 'random' | 'holder', string>>
    | undefined;
  const holder = parts && parseNamedHolder(parts.holder);
  if (!holder) return undefined;
  const { prefix, deadline, random } = parts;
  return { prefix, deadline: Number(deadline), random, holder };
}
