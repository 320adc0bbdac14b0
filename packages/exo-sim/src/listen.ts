// The adapter with a socket: serves a simulator over HTTP, on the loopback interface by default.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { refuse, serializeAnswer } from './call/answer.ts';
import { checkMembers, type Check } from './check-members.ts';
import { ExoSimError } from './exo-sim-error.ts';
import { originForm } from './http/origin-form.ts';
import { maximumBodyBytes } from './http/received-request.ts';
import type { Simulator } from './simulator.ts';
import { isString } from './value-checks.ts';

/** Where to listen. */
export interface ListenOptions {
  /** Default: `127.0.0.1`. Anything else lets other machines in. */
  readonly host?: string;
  /** Default: 0, a free one. */
  readonly port?: number;
}

/** A simulator that is served over HTTP. */
export interface Listener {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The default zone's API: `url` and `/v2`. */
  readonly endpoint: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

const checks: Readonly<Record<keyof ListenOptions, Check>> = {
  host: { expected: 'a name or an IP address', isValid: isString },
  port: {
    expected: 'a port, a number from 0 to 65535',
    isValid: (value) =>
      Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 65535,
  },
};

/**
 * Starts serving, and resolves once requests are taken.
 *
 * @throws {ExoSimError} `ERR_INVALID_OPTION` for a wrong option, or a host that cannot be used in a URL. What `node:http`
 *   reports when the address is taken or not allowed.
 */
export async function listen(simulator: Simulator, options: ListenOptions = {}): Promise<Listener> {
  checkMembers(options, { checks, of: 'option of listen' });
  if (typeof simulator?.handle !== 'function') {
    throw new ExoSimError(
      'ERR_INVALID_OPTION',
      'The first argument of listen is not a simulator; expected what createSimulator returns',
    );
  }
  const { host = '127.0.0.1', port = 0 } = options;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}`;
  // An empty host, too: Node would listen on every interface.
  if (!URL.canParse(origin)) {
    throw new ExoSimError(
      'ERR_INVALID_OPTION',
      `The host is ${JSON.stringify(host)}, which cannot be used in a URL; expected a name or an IP address, without a port or an interface`,
    );
  }
  let url = '';
  const server = createServer((request, response) => {
    serveSocket({ simulator, url }, request, response).catch((error: Error) => {
      // A client that went away is not a failure of the simulator.
      if (response.destroyed) return;
      const message = `The simulator failed, please report it: ${error.message}`;
      const answer = serializeAnswer(refuse(500, message), simulator.now());
      response.writeHead(500, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  url = `${origin}:${address.port}`;
  return {
    url,
    endpoint: `${url}/v2`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function serveSocket(
  { simulator, url }: { readonly simulator: Simulator; readonly url: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answer = await simulator.handle({
    // node:http sets method and url on every request that a server gets.
    method: request.method as string,
    ...originForm(request.url as string, request.headers as Record<string, string | undefined>),
    body: await readBody(request),
    sourceIp: (request.socket.remoteAddress as string).replace(/^::ffff:/, ''),
    endpointOf: (zone) => `${url}/${zone}/v2`,
    signal: gone.signal,
  });
  if (!answer) {
    request.socket.destroy();
    return;
  }
  const { headers, body } = serializeAnswer(answer, simulator.now());
  response.writeHead(answer.status, headers).end(body);
}

// Reads but does not keep what exceeds the limit, so that the client receives the 413.
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (length <= maximumBodyBytes) chunks.push(chunk);
    length += chunk.byteLength;
  }
  return Buffer.concat(chunks);
}
