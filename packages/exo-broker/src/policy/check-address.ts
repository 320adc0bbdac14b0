// Addresses of a configuration: TLS except on this machine, and one spelling only.
import { isLoopback } from '@x/exo-iam';

/** What is wrong with the address of an issuer or of the broker itself, or undefined. */
export function addressProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is not an address. Expected https://HOST.';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    return 'does not use TLS. Expected https, or http on this machine.';
  }
  if (url.username !== '' || url.password !== '' || /[?#]/.test(text)) {
    return 'has a user, a query or a fragment. Remove it.';
  }
  if (text.endsWith('/')) return 'ends in a slash. Remove it.';
  const normal = url.pathname === '/' ? url.origin : url.origin + url.pathname;
  return normal === text ? undefined : `is not in its normal form. Expected ${normal}.`;
}

/** What is wrong with the address of a database, or undefined. The configuration must not hold a secret. */
export function databaseProblem(text: string): string | undefined {
  // The host of a socket is empty, as in postgres://USER@/DATABASE?host=/run/postgresql.
  const url = URL.parse(text) ?? URL.parse(text.replace('@/', '@localhost/'));
  if (!url) return 'cannot be read. Expected postgres://USER@HOST/DATABASE.';
  if (url.password === '' && !url.searchParams.has('password')) return undefined;
  return 'has a password. Put it into a file, and name that in store-password-file.';
}
