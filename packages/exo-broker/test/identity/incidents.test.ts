// Incidents of other brokers that concern a token, by their number in docs/broker.md.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Verifier } from '../../src/identity/verify-token.ts';
import { createVerifier } from '../../src/identity/verify-token.ts';
import { githubClaims, gitlabClaims, publicUrl, recipient, startSeconds } from '../claims.ts';
import { startIssuer, type TestIssuer } from '../issuer.ts';

const lease = { audience: 'lease', recipient } as const;
const refused = { code: 'ERR_TOKEN_INVALID' };

let issuer: TestIssuer;
let nowMs: number;

beforeEach(async () => {
  issuer = await startIssuer();
  nowMs = startSeconds * 1000;
});

afterEach(() => issuer[Symbol.asyncDispose]());

function verifierOf(kind: 'github' | 'gitlab' = 'github'): Verifier {
  const settings = [{ name: 'ci', kind, url: issuer.url }];
  return createVerifier(settings, { publicUrl, fetch, now: () => nowMs });
}

function signed(changes: Record<string, unknown> = {}): Promise<string> {
  return issuer.sign(githubClaims(issuer.url, changes));
}

describe('a token that is in order', () => {
  it.each(['RS256', 'ES256'] as const)('passes with %s and names its job', async (alg) => {
    const token = await issuer.sign(githubClaims(issuer.url), { alg });
    await expect(verifierOf().verify(token, lease)).resolves.toMatchObject({
      issuer: 'ci',
      kind: 'github',
      expiresAt: startSeconds + 300,
      job: { issuer: 'ci', repositoryId: '260064828', run: '77', attempt: '1', job: '9001' },
    });
  });
});

describe('incidents', () => {
  it('5: an issuer that only resembles ours is refused', async () => {
    for (const iss of [`${issuer.url}/`, `${issuer.url}.example.com`, issuer.url.toUpperCase()]) {
      await expect(verifierOf().verify(await signed({ iss }), lease)).rejects.toMatchObject(
        refused,
      );
    }
  });

  it('6: an unknown issuer causes no request', async () => {
    const foreign = await startIssuer();
    const token = await foreign.sign(githubClaims(foreign.url));
    await expect(verifierOf().verify(token, lease)).rejects.toMatchObject(refused);
    expect([...foreign.requests, ...issuer.requests]).toEqual([]);
    await foreign[Symbol.asyncDispose]();
  });

  it.each(['/.well-known/openid-configuration', '/keys'])(
    '6: a redirect of %s is not followed',
    async (path) => {
      const other = await startIssuer();
      issuer.answers.set(path, `${other.url}${path}`);
      await expect(verifierOf().verify(await signed(), lease)).rejects.toMatchObject({
        code: 'ERR_UNAVAILABLE',
      });
      expect(other.requests).toEqual([]);
      await other[Symbol.asyncDispose]();
    },
  );

  it('6: a key set of another origin is not fetched', async () => {
    const other = await startIssuer();
    issuer.answers.set(
      '/.well-known/openid-configuration',
      JSON.stringify({ issuer: issuer.url, jwks_uri: `${other.url}/keys` }),
    );
    await expect(verifierOf().verify(await signed(), lease)).rejects.toMatchObject({
      code: 'ERR_UNAVAILABLE',
    });
    expect(other.requests).toEqual([]);
    await other[Symbol.asyncDispose]();
  });

  it('7: a key set without an end is cut off', async () => {
    let sent = 0;
    const endless = createServer((_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        if (response.destroyed) return;
        sent += 16_384;
        if (response.write(' '.repeat(16_384))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(endless.address() as AddressInfo).port}`;
    const verifier = createVerifier([{ name: 'ci', kind: 'github', url }], {
      publicUrl,
      fetch,
      now: () => nowMs,
    });
    const token = await issuer.sign(githubClaims(url));
    await expect(verifier.verify(token, lease)).rejects.toMatchObject({
      code: 'ERR_UNAVAILABLE',
      reason: expect.stringContaining('more than 102400 bytes') as unknown,
    });
    expect(sent).toBeGreaterThan(100 * 1024);
    endless.closeAllConnections();
    endless.close();
  });

  it('8: an audience that is a list is refused', async () => {
    const aud = [`${publicUrl}?recipient=${recipient}`];
    await expect(verifierOf().verify(await signed({ aud }), lease)).rejects.toMatchObject(refused);
  });

  it.each([undefined, null, '', publicUrl, `${publicUrl}/`, `${publicUrl}?recipient=elr_other`])(
    '9: the audience %s does not ask for a lease',
    async (aud) => {
      await expect(verifierOf().verify(await signed({ aud }), lease)).rejects.toMatchObject(
        refused,
      );
    },
  );

  it('9: the token of a lease does not manage one, and the other way round it does', async () => {
    const manage = { audience: 'manage' } as const;
    await expect(verifierOf().verify(await signed(), manage)).rejects.toMatchObject(refused);
    const token = await signed({ aud: publicUrl });
    await expect(verifierOf().verify(token, manage)).resolves.toBeDefined();
  });

  it('12: the project of a fork under the name of its target is refused', async () => {
    const verifier = verifierOf('gitlab');
    const same = await issuer.sign(gitlabClaims(issuer.url, { job_project_id: '42' }));
    await expect(verifier.verify(same, lease)).resolves.toMatchObject({
      job: { repositoryId: '42', run: '500', job: '600' },
    });
    for (const value of ['43', 42, null]) {
      const token = await issuer.sign(gitlabClaims(issuer.url, { job_project_id: value }));
      await expect(verifier.verify(token, lease)).rejects.toMatchObject(refused);
    }
  });

  it.each(['iat', 'nbf'])('16: %s may be 60 s ahead, and not 61 s', async (name) => {
    const near = await signed({ [name]: startSeconds + 60 });
    await expect(verifierOf().verify(near, lease)).resolves.toBeDefined();
    const far = await signed({ [name]: startSeconds + 61 });
    await expect(verifierOf().verify(far, lease)).rejects.toMatchObject(refused);
  });

  it('16: a token passes until less than 60 s after its end', async () => {
    const token = await signed();
    nowMs = (startSeconds + 359) * 1000;
    await expect(verifierOf().verify(token, lease)).resolves.toBeDefined();
    nowMs = (startSeconds + 360) * 1000;
    await expect(verifierOf().verify(token, lease)).rejects.toMatchObject(refused);
  });

  it.each(['repository_id', 'run_id', 'run_attempt'])('25: %s is text or refused', async (name) => {
    for (const value of [null, undefined, 77, '', ['77']]) {
      const token = await signed({ [name]: value });
      await expect(verifierOf().verify(token, lease)).rejects.toMatchObject(refused);
    }
  });

  it.each([
    ['github', 900, true],
    ['github', 901, false],
    ['gitlab', 24 * 3600, true],
    ['gitlab', 24 * 3600 + 1, false],
  ] as const)('26: a token of %s that lives %i s passes: %s', async (kind, seconds, passes) => {
    const claims = kind === 'github' ? githubClaims : gitlabClaims;
    const token = await issuer.sign(claims(issuer.url, { exp: startSeconds + seconds }));
    const verdict = await verifierOf(kind)
      .verify(token, lease)
      .then(
        () => true,
        () => false,
      );
    expect(verdict).toBe(passes);
  });

  it.each(['exp', 'iat', 'nbf', 'jti'])('28: a token without %s is refused', async (name) => {
    const token = await signed({ [name]: undefined });
    await expect(verifierOf().verify(token, lease)).rejects.toMatchObject(refused);
  });
});

describe('forged tokens', () => {
  it.each(['', 'x', 'a.b.c', 'e30.e30.', 'a'.repeat(8193)])('garbage is refused', async (token) => {
    await expect(verifierOf().verify(token, lease)).rejects.toMatchObject(refused);
  });

  it('another spelling of a token in order is refused', async () => {
    const token = await signed();
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const stray = last[last.indexOf(token.at(-1) ?? '') ^ 1] ?? '';
    for (const other of [`${token}==`, `${token}.`, `${token} `, token.slice(0, -1) + stray]) {
      await expect(verifierOf().verify(other, lease)).rejects.toMatchObject(refused);
    }
    await expect(verifierOf().verify(token, lease)).resolves.toBeDefined();
  });

  it('no algorithm, a shared secret and a foreign key are refused', async () => {
    const [, payload = ''] = (await signed()).split('.');
    const verifier = verifierOf();
    for (const header of [
      { alg: 'none', kid: 'RS256-1' },
      { alg: 'HS256', kid: 'RS256-1' },
    ]) {
      const token = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.AAAA`;
      await expect(verifier.verify(token, lease)).rejects.toMatchObject(refused);
    }
    const foreign = await startIssuer();
    const token = await foreign.sign(githubClaims(issuer.url));
    await expect(verifier.verify(token, lease)).rejects.toMatchObject(refused);
    await foreign[Symbol.asyncDispose]();
  });
});

describe('keys of the issuer', () => {
  it('are fetched once in ten minutes', async () => {
    const verifier = verifierOf();
    await Promise.all([1, 2, 3].map(async () => verifier.verify(await signed(), lease)));
    expect(issuer.requests).toHaveLength(2);
    nowMs += 10 * 60_000;
    const later = startSeconds + 600;
    await verifier.verify(await signed({ iat: later, nbf: later, exp: later + 300 }), lease);
    expect(issuer.requests).toHaveLength(4);
  });

  it('are fetched again for an unknown key, once in 30 s', async () => {
    const verifier = verifierOf();
    await verifier.verify(await signed(), lease);
    await issuer.rotate();
    await expect(verifier.verify(await signed(), lease)).rejects.toMatchObject(refused);
    expect(issuer.requests).toHaveLength(2);
    nowMs += 30_000;
    await verifier.verify(await signed(), lease);
    expect(issuer.requests).toHaveLength(4);
    const unknown = await issuer.sign(githubClaims(issuer.url), { kid: 'other' });
    await expect(verifier.verify(unknown, lease)).rejects.toMatchObject(refused);
    expect(issuer.requests).toHaveLength(4);
  });

  it('serve on for 24 hours when the issuer is away', async () => {
    const verifier = verifierOf();
    await verifier.verify(await signed(), lease);
    issuer.answers.set('/keys', 'nothing');
    const day = 24 * 3600;
    const at = (seconds: number): Record<string, unknown> => ({
      iat: startSeconds + seconds,
      nbf: startSeconds + seconds,
      exp: startSeconds + seconds + 300,
    });
    nowMs = (startSeconds + day) * 1000;
    await expect(verifier.verify(await signed(at(day)), lease)).resolves.toBeDefined();
    nowMs += 1000;
    await expect(verifier.verify(await signed(at(day + 1)), lease)).rejects.toMatchObject({
      code: 'ERR_UNAVAILABLE',
    });
  });
});
