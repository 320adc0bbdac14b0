// Selects the query arguments that are signed. Implements docs/signing.md sections 2.4 and 4.2.
import { ExoSignerError } from '../errors.ts';

export interface QueryArgs {
  /** Names with exactly one value, sorted by their bytes. */
  readonly names: readonly string[];
  /** Their decoded values, joined without a separator. */
  readonly values: string;
}

// One pair that decodes to itself, which is what most queries are.
const plainPair = /^\?([A-Za-z0-9_.~-]+)=([A-Za-z0-9_.~-]*)$/;

/** @throws {ExoSignerError} `ERR_QUERY_NAME_UNSUPPORTED`. */
export function selectQueryArgs(url: URL): QueryArgs {
  const { search } = url;
  // Most requests have no query.
  // Stryker disable next-line ConditionalExpression: only faster than what follows.
  if (search === '') return { names: [], values: '' };
  const plain = plainPair.exec(search);
  // Stryker disable next-line ConditionalExpression: only faster than what follows.
  if (plain) return { names: [plain[1] as string], values: plain[2] as string };
  const valueOf = new Map<string, string | undefined>();
  // An undefined value marks a name that occurs more than once.
  // `url.searchParams` is slower: it has to stay in step with the URL.
  new URLSearchParams(search).forEach((value, name) => {
    valueOf.set(name, valueOf.has(name) ? undefined : value);
  });
  const names: string[] = [];
  for (const [name, value] of valueOf) {
    if (value === undefined) continue;
    assertCarriable(name);
    names.push(name);
  }
  // Every name is ASCII by now, so the default order by UTF-16 unit is the order by byte.
  names.sort();
  let values = '';
  for (const name of names) values += valueOf.get(name);
  return { names, values };
}

/** Whether the header, which has no escaping, can carry the decoded name. */
export function isCarriableName(name: unknown): boolean {
  // Printable ASCII without ",", ";" and "=".
  return typeof name === 'string' && /^[ -+\--:<>-~]*$/.test(name);
}

/** @throws {ExoSignerError} `ERR_QUERY_NAME_UNSUPPORTED` for a name that the header cannot carry. */
export function assertCarriable(name: unknown): void {
  if (isCarriableName(name)) return;
  throw new ExoSignerError(
    'ERR_QUERY_NAME_UNSUPPORTED',
    `The query name ${JSON.stringify(String(name))} cannot be signed. Expected printable ASCII without ";", "," and "=".`,
  );
}
