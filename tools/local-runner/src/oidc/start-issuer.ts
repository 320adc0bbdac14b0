// An OIDC issuer on loopback that gives jobs tokens the way GitHub's does: a job asks an address with a token of
// its own, and the answer is signed with a key that the issuer publishes.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Issuer extends AsyncDisposable {
  /** Its `iss`. */
  readonly url: string;
  /** The variables of a job whose tokens have these claims. */
  register(claims: Readonly<Record<string, unknown>>): IdTokenVariables;
}

export interface IdTokenVariables {
  readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
  readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
}

const lifetimeSeconds = 300;

export async function startIssuer({ port = 0 }: { readonly port?: number } = {}): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' };
  const jobs = new Map<string, Readonly<Record<string, unknown>>>();
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const job = jobs.get((request.headers.authorization ?? '').replace(/^Bearer /i, ''));
    const answers: Readonly<Record<string, unknown>> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/keys` },
      '/keys': { keys: [jwk] },
      ...(job && { '/token': { value: await sign(job, searchParams.get('audience') ?? url) } }),
    };
    const answer = answers[pathname];
    response.writeHead(answer ? 200 : pathname === '/token' ? 401 : 404, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer ?? {}));
  }

  function sign(claims: Readonly<Record<string, unknown>>, audience: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid, typ: 'JWT' })
      .setIssuer(url)
      .setAudience(audience)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(privateKey);
  }

  return {
    url,
    register(claims) {
      const token = randomUUID();
      jobs.set(token, claims);
      return {
        // GitHub's has a query of its own, to which a client adds the audience.
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
      };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
