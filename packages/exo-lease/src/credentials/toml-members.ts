// Members of a parsed TOML table. Names ignore case, as they do for the exo CLI.
import { ExoLeaseError } from '../errors.ts';

export type TomlTable = Readonly<Record<string, unknown>>;

interface MemberTypes {
  readonly text: string;
  readonly words: readonly string[];
  readonly list: readonly TomlTable[];
}

const expected: Readonly<Record<keyof MemberTypes, string>> = {
  text: 'a string',
  words: 'a list of strings that is not empty',
  list: 'tables that begin with [[accounts]]',
};

/**
 * A member by its lower-case name, or undefined.
 *
 * @throws {ExoLeaseError} `ERR_CONFIG_INVALID` for another type. The value is not quoted.
 */
export function readMember<T extends keyof MemberTypes>(
  table: TomlTable,
  name: string,
  { path, type }: { readonly path: string; readonly type: T },
): MemberTypes[T] | undefined {
  const value = Object.entries(table).find(([key]) => key.toLowerCase() === name)?.[1];
  if (value === undefined) return undefined;
  if (checks[type](value)) return value as MemberTypes[T];
  throw new ExoLeaseError(
    'ERR_CONFIG_INVALID',
    `In the configuration file ${path}, ${name} has the wrong type. Expected ${expected[type]}.`,
  );
}

const checks: Readonly<Record<keyof MemberTypes, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  words: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'),
  list: (value) =>
    Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null),
};
