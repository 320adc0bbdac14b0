// Finds the operation that a request addresses, by method and path.
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

/** An operation and the values its path carried, percent-decoded. */
export interface OperationMatch {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Route {
  readonly operation: Operation;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

const routes = /* @__PURE__ */ operations.map(toRoute).sort(moreLiteralFirst);

/**
 * The operation behind a request, or `undefined` when the specification has none.
 *
 * @param method In upper case.
 * @param path As it goes over the wire, below the `/v2` prefix and without the query: `/iam-role/1:policy`.
 * @throws {URIError} When a path parameter is not valid percent-encoding.
 */
export function matchOperation(method: string, path: string): OperationMatch | undefined {
  for (const { operation, names, pattern } of routes) {
    const match = operation.method === method ? pattern.exec(path) : null;
    if (match) {
      const [, ...values] = match;
      const pairs = values.map((value, index) => [names[index], decodeURIComponent(value)]);
      return { operation, pathParameters: Object.fromEntries(pairs) as Record<string, string> };
    }
  }
  return undefined;
}

function toRoute(operation: Operation): Route {
  const names: string[] = [];
  const pattern = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { operation, names, pattern: new RegExp(`^${pattern}$`) };
}

// `/iam-role/{id}:policy` has to be tried before `/iam-role/{id}`, which would swallow the suffix.
function moreLiteralFirst(a: Route, b: Route): number {
  return literalLength(b) - literalLength(a);
}

function literalLength(route: Route): number {
  return route.operation.path.replace(/\{[^}]+\}/g, '').length;
}
