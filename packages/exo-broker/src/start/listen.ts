// HTTP servers that bound how long a client may take.
import { createServer, type RequestListener, type Server } from 'node:http';

import { getRequestListener } from '@hono/node-server';

import { BrokerError } from '../errors.ts';
import { unreadableResponse } from '../http/problem.ts';
import type { Address } from '../policy/config.ts';

export interface Listener {
  /** `http://HOST:PORT` */
  readonly url: string;
  /** Accepts no more connections, waits for running requests, and cuts them off after this time. */
  close(withinMs: number): Promise<void>;
}

type FetchHandler = (request: Request, ...rest: never[]) => Response | Promise<Response>;

/** @throws {BrokerError} `ERR_PORT`. */
export function listenFetch(fetch: FetchHandler, address: Address): Promise<Listener> {
  const listener = getRequestListener(fetch as never, {
    overrideGlobalObjects: false,
    // Probes that speak HTTP/1.0 send no Host.
    hostname: 'localhost',
    errorHandler: unreadableResponse,
  });
  const limits = {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    // By default, Node checks for timed-out connections only every 30 s.
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16_384,
  };
  const server = createServer(limits, (request, response) => void listener(request, response));
  return listen(server, address);
}

/** @throws {BrokerError} `ERR_PORT`. */
export function listenPlain(handler: RequestListener, address: Address): Promise<Listener> {
  return listen(createServer({ requestTimeout: 10_000 }, handler), address);
}

async function listen(server: Server, { host, port }: Address): Promise<Listener> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portError(`${host}:${port}`, cause)));
    server.listen({ host, port }, resolve);
  });
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound ? bound.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    close: (withinMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), withinMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function portError(address: string, cause: Error): BrokerError {
  return new BrokerError(
    'ERR_PORT',
    `The broker cannot listen on ${address}: ${cause.message}. Expected an address of this machine and a free port; choose another one.`,
    { cause },
  );
}
