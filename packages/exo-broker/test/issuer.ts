// An OIDC issuer of ours on loopback, with keys of its own and faults on demand.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export interface TestIssuer extends AsyncDisposable {
  readonly url: string;
  /** Paths asked for so far. */
  readonly requests: readonly string[];
  /** Replaces the answer of a path: a body, or a redirect when it starts with `http:`. */
  readonly answers: Map<string, string>;
  sign(claims: Record<string, unknown>, options?: SignOptions): Promise<string>;
  /** Serves another key from now on, and signs with it. */
  rotate(): Promise<void>;
}

export interface SignOptions {
  readonly kid?: string;
  readonly alg?: 'RS256' | 'ES256';
}

interface Pair {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function startIssuer(): Promise<TestIssuer> {
  let pairs = await makePairs(1);
  let generation = 1;
  const requests: string[] = [];
  const answers = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const body = answers.get(path) ?? usual(path);
    if (body === undefined) response.writeHead(404).end();
    else if (body.startsWith('http:')) response.writeHead(302, { location: body }).end();
    else response.setHeader('content-type', 'application/json').end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function usual(path: string): string | undefined {
    if (path === '/keys') return JSON.stringify({ keys: pairs.map(({ jwk }) => jwk) });
    if (path !== '/.well-known/openid-configuration') return undefined;
    return JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` });
  }

  return {
    url,
    requests,
    answers,
    async sign(claims, { kid, alg = 'RS256' } = {}) {
      const pair = pairs.find((each) => each.alg === alg);
      if (pair === undefined) throw new Error(`no key for ${alg}`);
      return new SignJWT(claims)
        .setProtectedHeader({ alg, kid: kid ?? pair.kid })
        .sign(pair.privateKey);
    },
    async rotate() {
      generation += 1;
      pairs = await makePairs(generation);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function makePairs(generation: number): Promise<Pair[]> {
  return Promise.all(
    ['RS256', 'ES256'].map(async (alg) => {
      const { privateKey, publicKey } = await generateKeyPair(alg);
      const kid = `${alg}-${generation}`;
      return {
        kid,
        alg,
        privateKey,
        jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' },
      };
    }),
  );
}
