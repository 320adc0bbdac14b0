// Writes the name of a lease so that `parseLeaseName` reads it back.
import { ExoIamError } from '../errors.ts';
import type { Holder } from './holder.ts';
import { maxNameLength, maxPrefixLength, parseLeaseName } from './lease-name.ts';
import { nameHolder } from './named-holder.ts';

/** What the name of a lease is made of. */
export interface LeaseNameParts {
  readonly prefix: string;
  /** UNIX seconds. */
  readonly deadline: number;
  /** 1 to 16 lower-case letters and digits. */
  readonly random: string;
  readonly holder: Holder;
}

/**
 * `<prefix>.<deadline>.<random>.<holder>`: names of one prefix sort by deadline. What people read of the
 * holder comes last and is cut to fit into 191 characters.
 *
 * @throws {ExoIamError} `ERR_NAME_INVALID` for a prefix that `checkPrefix` refuses, a deadline that is not in
 *   whole seconds, or another random part.
 */
export async function formatLeaseName(parts: LeaseNameParts): Promise<string> {
  const { prefix, deadline, random, holder } = parts;
  checkPrefix(prefix);
  const start = `${prefix}.${deadline}.${random}.`;
  const name = start + (await nameHolder(holder, { maxLength: maxNameLength - start.length }));
  if (parseLeaseName(name)) return name;
  throw new ExoIamError(
    'ERR_NAME_INVALID',
    `The name of the lease would be ${JSON.stringify(name)}, which cannot be read back. Expected a deadline in whole UNIX seconds and a random part of 1 to 16 lower-case letters and digits.`,
    { field: 'name' },
  );
}

/** @throws {ExoIamError} `ERR_NAME_INVALID` unless it is 1 to 32 letters, digits, `_` and `-`. */
export function checkPrefix(prefix: string): void {
  const isText = typeof prefix === 'string';
  if (isText && /^[\w-]+$/.test(prefix) && prefix.length <= maxPrefixLength) return;
  throw new ExoIamError(
    'ERR_NAME_INVALID',
    `The prefix ${JSON.stringify(prefix)} cannot begin the name of a lease. Expected 1 to ${maxPrefixLength} letters, digits, "_" and "-"; choose another name-prefix.`,
    { field: 'name-prefix' },
  );
}
