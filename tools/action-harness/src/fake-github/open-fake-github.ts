// A GitHub REST API on the loopback interface, with scripted refusals. Written from GitHub's documented
// answers, and of those only the fields that the actions use.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { refusals, type Reply } from './reply.ts';
import type { FakeRepository } from './repository.ts';
import { route } from './route.ts';

/** Which requests are refused, and how. */
export interface Refusal {
  /** Found in path and query. Default every request. */
  readonly path?: RegExp;
  /** How many it strikes. Default all. */
  readonly times?: number;
  /** `drop` cuts the connection, `hang` never answers. */
  readonly reply: Reply | 'drop' | 'hang';
}

export interface FakeGitHub {
  /** What `GITHUB_API_URL` has to be. */
  readonly url: string;
  /** By `owner/name`. */
  readonly repositories: Map<string, FakeRepository>;
  /** Each as `GET /path?query: status`, in the order of arrival. */
  readonly requests: readonly string[];
  /** The most requests that were under way at once. */
  readonly mostAtOnce: () => number;
  refuse(refusal: Refusal): void;
  close(): Promise<void>;
}

export interface FakeGitHubOptions {
  /** The one that is accepted. */
  readonly token: string;
  /** What is left of the hour. Default 1,000; `null` for a server without limits. */
  readonly quota?: number | null;
}

export async function openFakeGitHub({
  token,
  quota = 1000,
}: FakeGitHubOptions): Promise<FakeGitHub> {
  const repositories = new Map<string, FakeRepository>();
  const requests: string[] = [];
  const planned: { readonly refusal: Refusal; left: number }[] = [];
  let url = '';
  let [underWay, mostAtOnce] = [0, 0];

  const answer = (target: string, authorization: string | undefined): Refusal['reply'] => {
    const struck = planned.find(
      ({ refusal, left }) => left > 0 && (refusal.path?.test(target) ?? true),
    );
    if (struck) {
      struck.left -= 1;
      return struck.refusal.reply;
    }
    if (authorization !== `token ${token}`) return refusals.badCredentials();
    return route(repositories, new URL(target, url));
  };

  const server = createServer((request, response) => {
    const { method = '', url: target = '', headers } = request;
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    response.once('close', () => {
      underWay -= 1;
    });
    const reply = answer(target, headers.authorization);
    requests.push(`${method} ${target}: ${typeof reply === 'string' ? reply : reply.status}`);
    if (reply === 'drop') request.socket.destroy();
    else if (reply !== 'hang') {
      send(response, reply, quota === null ? undefined : Math.max(quota - requests.length, 0));
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    repositories,
    requests,
    mostAtOnce: () => mostAtOnce,
    refuse: (refusal) => planned.push({ refusal, left: refusal.times ?? Infinity }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(
  response: ServerResponse,
  { status, headers, body }: Reply,
  remaining: number | undefined,
): void {
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      ...(remaining !== undefined && { 'x-ratelimit-remaining': String(remaining) }),
      ...headers,
    })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
}
