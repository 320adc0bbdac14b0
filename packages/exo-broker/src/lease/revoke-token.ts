// The revoke token: sent once, stored as a hash.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Distinguishes a revoke token from an OIDC token, and lets secret scanners find it. */
const prefix = 'elt_';

export function createRevokeToken(): string {
  return prefix + randomBytes(32).toString('base64url');
}

export function isRevokeToken(token: string): boolean {
  return token.startsWith(prefix);
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function fitsHash(token: string, hash: string | undefined): boolean {
  if (hash === undefined) return false;
  const given = Buffer.from(hashToken(token));
  const kept = Buffer.from(hash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
