// Verifies the OIDC token of a job: issuer, signature, audience, times and the job's ids.
import { createHash } from 'node:crypto';

import { decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';

import { BrokerError } from '../errors.ts';
import type { Identity, IssuerSettings } from './identity.ts';
import { createKeySet, type KeySet, type KeySetOptions } from './key-set.ts';
import type { Kind } from './kind.ts';
import { kinds } from './kinds.ts';

const toleranceSeconds = 60;
const maxTokenLength = 8 * 1024;

/** What a verifier accepts, and how it gets the keys of issuers. */
export interface VerifierOptions extends KeySetOptions {
  /** The broker's address without a trailing slash: the audience. */
  readonly publicUrl: string;
}

/** What a token must be valid for. */
export interface VerifyOptions {
  /** `lease` to request a lease, `manage` to read or end one. */
  readonly audience: 'lease' | 'manage';
  /** The recipient of the sealed key. A GitHub token for a lease names it in its audience. */
  readonly recipient?: string | undefined;
}

/** Verifies the OIDC tokens of CI jobs. */
export interface Verifier {
  /**
   * @throws {BrokerError} `ERR_TOKEN_INVALID`, or `ERR_UNAVAILABLE` when no key of the issuer could be
   *   fetched. The `reason` is only for the audit trail.
   */
  verify(token: string, options: VerifyOptions): Promise<Identity>;
}

/** Caches the keys of the issuers, so use one verifier until the issuers change. */
export function createVerifier(
  issuers: readonly IssuerSettings[],
  options: VerifierOptions,
): Verifier {
  const known = new Map(
    issuers.map((issuer) => [issuer.url, { issuer, keySet: createKeySet(issuer.url, options) }]),
  );
  return {
    async verify(token, { audience, recipient }) {
      try {
        if (token.length > maxTokenLength) throw new Error('the token is longer than 8 KiB');
        if (!isCanonical(token)) throw new Error('the token is not three parts in base64url');
        // Not verified yet, and only used to pick a configured issuer.
        const { iss } = decodeJwt(token);
        const found = typeof iss === 'string' ? known.get(iss) : undefined;
        if (found === undefined) throw new Error('the issuer is not configured');
        const { issuer, keySet } = found;
        const kind = kinds[issuer.kind];
        const payload = await verifySignature(token, { issuer, keySet, now: options.now });
        checkAudience(payload.aud, expectedAudience(kind, { ...options, audience, recipient }));
        return identify(payload, { issuer, kind, nowSeconds: options.now() / 1000 });
      } catch (error) {
        throw error instanceof BrokerError ? error : refusal(error);
      }
    },
  };
}

// Allows one spelling of each token: padding and unused bits of the last character would allow more.
function isCanonical(token: string): boolean {
  const parts = token.split('.');
  const isExact = (part: string): boolean =>
    part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;
  return parts.length === 3 && parts.every(isExact);
}

async function verifySignature(
  token: string,
  { issuer, keySet, now }: { issuer: IssuerSettings; keySet: KeySet; now: () => number },
): Promise<JWTPayload> {
  const { kid, alg } = decodeProtectedHeader(token);
  if (typeof kid !== 'string' || typeof alg !== 'string') throw new Error('kid or alg is missing');
  const key = await keySet.find({ kid, alg });
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['RS256', 'ES256'],
    issuer: issuer.url,
    clockTolerance: toleranceSeconds,
    currentDate: new Date(now()),
    requiredClaims: ['exp', 'iat', 'nbf', 'jti', 'aud'],
  });
  return payload;
}

function expectedAudience(
  kind: Kind,
  options: { publicUrl: string; audience: string; recipient: string | undefined },
): string {
  if (options.audience === 'manage' || !kind.bindsRecipient) return options.publicUrl;
  if (options.recipient === undefined) throw new Error('the request names no recipient');
  return `${options.publicUrl}?recipient=${options.recipient}`;
}

// jose accepts a list that contains the audience; a list is refused here.
function checkAudience(aud: unknown, expected: string): void {
  if (aud !== expected) throw new Error('the audience is not exactly the expected text');
}

function identify(
  payload: JWTPayload,
  { issuer, kind, nowSeconds }: { issuer: IssuerSettings; kind: Kind; nowSeconds: number },
): Identity {
  const { exp, iat, nbf, jti } = payload;
  if (exp === undefined || iat === undefined || nbf === undefined)
    throw new Error('a time is missing');
  if (iat > nowSeconds + toleranceSeconds) throw new Error('iat is in the future');
  if (exp - iat > kind.maxLifetimeSeconds) throw new Error('the token lives too long for its kind');
  if (exp <= iat) throw new Error('exp is not after iat');
  if (typeof jti !== 'string' || jti === '' || jti.length > 255) throw new Error('jti is not text');
  const job = kind.readJob(payload);
  if ('problem' in job) throw new Error(job.problem);
  return {
    issuer: issuer.name,
    kind: issuer.kind,
    claims: payload,
    jti,
    expiresAt: exp,
    job: { issuer: issuer.name, ...job },
    claimsHash: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
  };
}

function refusal(error: unknown): BrokerError {
  const reason = error instanceof Error ? error.message : 'unknown';
  return new BrokerError(
    'ERR_TOKEN_INVALID',
    'The request has no valid token of a job. Send an OIDC token of a configured issuer for this broker.',
    { cause: error, reason },
  );
}
