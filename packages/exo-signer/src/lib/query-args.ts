// Selects the query arguments that are signed. Implements docs/signing.md sections 2.4 and 4.2.
import { ExoSignerError } from '../errors.ts';

export interface QueryArgs {
  /** Names with exactly one value, sorted by their bytes. */
  readonly names: readonly string[];
  /** Their decoded values, joined without a separator. */
  readonly values: string;
}

export function selectQueryArgs(parameters: URLSearchParams): QueryArgs {
  const names = [...new Set(parameters.keys())].filter(
    (name) => parameters.getAll(name).length === 1,
  );
  for (const name of names) assertCarriable(name);
  // Every name is ASCII by now, for which the default order by UTF-16 unit is the order by byte.
  names.sort();
  return { names, values: names.map((name) => parameters.get(name)).join('') };
}

/** Whether the header, which has no escaping, can carry the decoded name. */
export function isCarriableName(name: string): boolean {
  return /^[ -~]*$/.test(name) && !/[;,=]/.test(name);
}

/** @throws {ExoSignerError} `ERR_QUERY_NAME_UNSUPPORTED` for a name that the header cannot carry. */
export function assertCarriable(name: string): void {
  if (isCarriableName(name)) return;
  throw new ExoSignerError(
    'ERR_QUERY_NAME_UNSUPPORTED',
    `The query name ${JSON.stringify(name)} cannot be signed: the header has no escaping, so a name may hold printable ASCII without ";", "," and "=" only. Rename it or leave it out.`,
  );
}
