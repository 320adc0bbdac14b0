// The typed client: one key, one endpoint, every operation of the catalogue.
import { findOperation, operations, type Operation, type OperationName } from '@x/exo-operations';
import type { Credentials, Signer } from '@x/exo-signer';

import { ExoIamError } from '../errors.ts';
import { didYouMean } from '../nearest-names.ts';
import { createBudget, type Budget, type BudgetOptions } from './budget.ts';
import { resolveEndpoint, type EndpointOptions } from './endpoint.ts';
import { createKeySigner } from './key-signer.ts';
import { sleep, type Sleep } from './sleep.ts';
import { createTransport, type TransportOptions } from './transport.ts';

/** Any call's options. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** What a request carries besides the operation. */
export interface RequestOptions extends CallOptions {
  /** Values for the braces in the operation's path. */
  readonly path?: Readonly<Record<string, string>>;
  /** The query's arguments. */
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** The part of an operation that sending it needs. `Operation` of the catalogue fits. */
export interface Callable extends Pick<Operation, 'method' | 'path'> {
  readonly name: string;
}

/** A client for the Exoscale API. */
export interface Client {
  /** The base URL, without a slash at its end. */
  readonly endpoint: URL;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** A clock for elapsed time, in milliseconds, that is never set. */
  readonly elapsed: () => number;
  readonly sleep: Sleep;
  /** By how much our clock is ahead of the last answer's `Date`, in milliseconds; 0 before any. */
  readonly clockAheadMs: () => number;
  /**
   * Calls an operation, by its name in the catalogue or by its method and path, and gives the parsed
   * answer. `T` is not checked at run time.
   *
   * @throws {ExoIamError} `ERR_OPERATION_UNKNOWN`, `ERR_PARAMETER_MISSING`, `ERR_REQUEST_INVALID`, and
   *   every code of an API that refuses or cannot be reached.
   */
  request<T>(
    operation: OperationName | (string & {}) | Callable,
    options?: RequestOptions,
  ): Promise<T>;
  /** The same client for another base URL, that of another zone for example. */
  at(endpoint: string): Client;
  /** The same client, with this much time for everything it sends from now on, repeats included. */
  within(budgetMs: number, options?: BudgetOptions): Client;
}

/** How to reach the API, and with which key: its credentials, or a signer that keeps them elsewhere. */
export type ClientOptions = EndpointOptions & Omit<TransportOptions, 'signer'> & ClientKey;

/** The key of a client: its credentials, or a signer. */
export type ClientKey =
  | { readonly credentials: Credentials; readonly signer?: undefined }
  | { readonly signer: Pick<Signer, 'sign'>; readonly credentials?: undefined };

/**
 * A client for one key.
 *
 * @example
 *   const client = createClient({ credentials: { apiKey, apiSecret }, zone: 'ch-gva-2' });
 *   const { instances } = await client.request<{ instances: unknown[] }>('list-instances');
 *
 * @throws {ExoIamError} `ERR_CREDENTIALS_MISSING`, `ERR_CREDENTIALS_INVALID`, `ERR_ENDPOINT_INVALID`,
 *   `ERR_ZONE_INVALID`.
 */
export function createClient(options: ClientOptions): Client {
  const signer = options.signer ?? createKeySigner(options.credentials, options.now ?? Date.now);
  const elapsed = options.elapsed ?? (() => performance.now());
  let aheadMs = 0;
  const onClock = (ms: number): void => {
    aheadMs = ms;
    options.onClock?.(ms);
  };
  const clientAt = (endpoint: URL, budget: Budget | undefined): Client => {
    const send = createTransport({ ...options, signer, elapsed, budget, onClock });
    return {
      endpoint,
      elapsed,
      clockAheadMs: () => aheadMs,
      within: (budgetMs, limits) => clientAt(endpoint, createBudget(budgetMs, elapsed, limits)),
      now: options.now ?? Date.now,
      sleep: options.sleep ?? sleep,
      at: (other) =>
        clientAt(resolveEndpoint({ endpoint: other, allowAnyHost: options.allowAnyHost }), budget),
      async request<T>(operation: string | Callable, request: RequestOptions = {}): Promise<T> {
        const { name, method, path } =
          typeof operation === 'object' && operation ? operation : find(operation);
        const url = new URL(endpoint.href + fillPath(name, path, request.path ?? {}));
        for (const [key, value] of Object.entries(request.query ?? {})) {
          url.searchParams.append(key, value);
        }
        const { body, signal } = request;
        // Signed, `GET /zone` would be refused to a key whose policy does not list it.
        const signed = name !== 'list-zones';
        return (await send({ operation: name, method, url, body, signed, signal })) as T;
      },
    };
  };
  return clientAt(resolveEndpoint(options), options.budget);
}

const operationNames = operations.map(({ name }) => name);

function find(given: unknown): Callable {
  const name = String(given);
  const operation = findOperation(name);
  if (operation) return operation;
  throw new ExoIamError(
    'ERR_OPERATION_UNKNOWN',
    `The operation ${JSON.stringify(name)} does not exist${didYouMean(name, operationNames)}. Expected a name from the catalogue in @x/exo-operations.`,
    { field: 'operation' },
  );
}

function fillPath(name: string, path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/\{([^}]+)\}/g, (_, key: string) => {
    const value = values[key];
    // An empty value would address the collection instead of the item, and dots another one.
    if (value && !/^\.{1,2}$/.test(value)) return encodeURIComponent(value);
    throw new ExoIamError(
      'ERR_PARAMETER_MISSING',
      `${name} needs a value for "${key}" other than dots. Expected an id or a name in \`path\`.`,
      {
        operation: name,
        field: key,
      },
    );
  });
}
